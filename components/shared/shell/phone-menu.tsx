"use client";

import { Menu } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Button } from "../../ui/button";
import { useText } from "../use-text";
import type { NavigationGroup } from "./navigation";

const PhoneMenuSheet = lazy(() => import("./phone-menu-sheet").then((file) => ({ default: file.PhoneMenuSheet })));

/** The whole navigation on a phone, where the bar at the foot shows only four. */
export function PhoneMenu({ groups }: { groups: readonly NavigationGroup[] }) {
  const text = useText("navigation");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="ghost"
        size="icon"
        className="md:hidden"
        aria-label={text("menu")}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        <Menu />
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <PhoneMenuSheet groups={groups} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
