"use client";

import { Sheet, SheetContent, SheetTitle } from "../../ui/sheet";
import { useText } from "../use-text";
import { Logo } from "./logo";
import { NavList } from "./nav-list";
import type { NavigationGroup } from "./navigation";

interface PhoneMenuSheetProps {
  groups: readonly NavigationGroup[];
  onClose: () => void;
}

export function PhoneMenuSheet({ groups, onClose }: PhoneMenuSheetProps) {
  const text = useText("navigation");
  const shared = useText("shared");
  return (
    <Sheet open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <SheetContent side="left" closeLabel={shared("dialog.close")} aria-describedby={undefined}>
        <SheetTitle className="sr-only">{text("label")}</SheetTitle>
        <div className="flex h-(--header) items-center px-4">
          <Logo name={shared("appName")} />
        </div>
        <nav aria-label={text("label")} className="min-h-0 flex-1 overflow-y-auto px-3 py-2">
          <NavList groups={groups} onNavigate={onClose} />
        </nav>
      </SheetContent>
    </Sheet>
  );
}
