"use client";

import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import { Button } from "../../ui/button";
import { useText } from "../use-text";
import { Logo } from "./logo";
import { NavLink } from "./nav-link";
import { NavList } from "./nav-list";
import type { NavigationGroup } from "./navigation";

interface SidebarProps {
  home: string;
  groups: readonly NavigationGroup[];
  isCollapsed: boolean;
  onToggle: () => void;
}

export function Sidebar({ home, groups, isCollapsed, onToggle }: SidebarProps) {
  const text = useText("navigation");
  const shared = useText("shared");
  const Icon = isCollapsed ? PanelLeftOpen : PanelLeftClose;
  return (
    <aside
      data-print="hide"
      className="sticky top-0 z-30 flex h-dvh w-(--sidebar) shrink-0 flex-col border-r bg-neutral-2 transition-[width] max-md:hidden group-data-[collapsed]/shell:w-15"
    >
      <div className="flex h-(--header) shrink-0 items-center px-4">
        <NavLink href={home} aria-label={shared("appName")} className="rounded-md">
          <Logo name={shared("appName")} />
        </NavLink>
      </div>
      <nav
        aria-label={text("label")}
        className="min-h-0 flex-1 overflow-y-auto px-3 py-2 group-data-[collapsed]/shell:overflow-visible"
      >
        <NavList groups={groups} isCollapsed={isCollapsed} />
      </nav>
      <div className="flex shrink-0 justify-end p-3 group-data-[collapsed]/shell:justify-center">
        <Button
          variant="ghost"
          size="icon"
          aria-label={text(isCollapsed ? "expand" : "collapse")}
          aria-expanded={!isCollapsed}
          onClick={onToggle}
        >
          <Icon />
        </Button>
      </div>
    </aside>
  );
}
