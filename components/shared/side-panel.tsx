"use client";

import type { ReactNode } from "react";
import { Sheet, SheetContent, SheetDescription, SheetTitle } from "../ui/sheet";
import { useMediaQuery } from "./use-media-query";
import { useText } from "./use-text";

interface SidePanelProps {
  title: ReactNode;
  description?: ReactNode;
  onClose: () => void;
  /** The few things one does with it, at the foot. */
  actions?: ReactNode;
  children: ReactNode;
}

/**
 * A row's details. Mounted while open; which row it shows stands in the URL. On a wide screen the list beside it stays
 * usable: a click there shows another row. On a phone it fills the screen and keeps the focus.
 */
export function SidePanel({ title, description, onClose, actions, children }: SidePanelProps) {
  const text = useText("shared");
  const isBesideList = useMediaQuery("(min-width: 1024px)");
  return (
    <Sheet open modal={!isBesideList} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <SheetContent
        closeLabel={text("dialog.close")}
        onInteractOutside={(event) => isBesideList && event.preventDefault()}
        {...(description ? {} : { "aria-describedby": undefined })}
      >
        <div className="border-b px-5 py-3.5 pr-14">
          <SheetTitle className="truncate font-semibold text-lg">{title}</SheetTitle>
          {description && (
            <SheetDescription asChild>
              <div className="text-muted-foreground">{description}</div>
            </SheetDescription>
          )}
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
        {actions && <div className="flex flex-wrap items-center gap-2 border-t px-5 py-3">{actions}</div>}
      </SheetContent>
    </Sheet>
  );
}
