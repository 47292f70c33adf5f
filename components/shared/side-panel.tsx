"use client";

import type { ReactNode } from "react";
import { Sheet, SheetContent, SheetDescription, SheetTitle } from "../ui/sheet";
import { useText } from "./use-text";

interface SidePanelProps {
  title: ReactNode;
  description?: ReactNode;
  onClose: () => void;
  /** The few things one does with it, at the foot. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A row's details beside the list. Mounted while open; which row it shows stands in the URL. */
export function SidePanel({ title, description, onClose, actions, children }: SidePanelProps) {
  const text = useText("shared");
  return (
    <Sheet open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <SheetContent closeLabel={text("dialog.close")} {...(description ? {} : { "aria-describedby": undefined })}>
        <header className="border-b px-5 py-3.5 pr-14">
          <SheetTitle className="truncate font-semibold text-lg">{title}</SheetTitle>
          {description && (
            <SheetDescription asChild>
              <div className="text-muted-foreground">{description}</div>
            </SheetDescription>
          )}
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
        {actions && <footer className="flex flex-wrap items-center gap-2 border-t px-5 py-3">{actions}</footer>}
      </SheetContent>
    </Sheet>
  );
}
