"use client";

import { type ReactNode, useState, useTransition } from "react";
import { rememberSidebar } from "../../providers/remember";
import { Toaster } from "../../ui/toaster";
import { useText } from "../use-text";
import { BottomBar } from "./bottom-bar";
import { type Navigation, visibleNavigation } from "./navigation";
import { PhoneMenu } from "./phone-menu";
import { Sidebar } from "./sidebar";

export interface ShellProps {
  /** Whose pages: a business's, or those of the platform's operators. */
  navigation: Navigation;
  permissions: readonly string[];
  features: readonly string[];
  /** Stands over every page, while something unusual is going on. */
  banner?: ReactNode;
  isCollapsedAtFirst: boolean;
  /** The switcher of company and branch, on the left of the header. */
  scope: ReactNode;
  /** Search, live light, language, appearance, user: on the right. */
  tools: ReactNode;
  children: ReactNode;
}

/** Frame of every page: sidebar, header and content; on a phone a bar at the foot. */
export function Shell({ navigation, permissions, features, isCollapsedAtFirst, ...slots }: ShellProps) {
  const text = useText("navigation");
  const shared = useText("shared");
  const [isCollapsed, setCollapsed] = useState(isCollapsedAtFirst);
  const [, startTransition] = useTransition();
  const { home, groups: all } = navigation;
  const groups = visibleNavigation({ permissions, features }, all);
  const handleToggle = () => {
    setCollapsed(!isCollapsed);
    startTransition(() => rememberSidebar(!isCollapsed));
  };
  return (
    <div data-collapsed={isCollapsed ? "" : undefined} className="group/shell flex min-h-dvh">
      <a
        href="#content"
        className="fixed top-2 left-2 z-60 -translate-y-16 rounded-md bg-primary px-4 py-2 font-medium text-primary-foreground focus:translate-y-0"
      >
        {text("skip")}
      </a>
      <Sidebar home={home} groups={groups} isCollapsed={isCollapsed} onToggle={handleToggle} />
      <div className="flex min-w-0 flex-1 flex-col">
        <div data-print="hide" className="sticky top-0 z-20">
          {slots.banner}
          <header className="flex h-(--header) shrink-0 items-center gap-1 border-b bg-background px-2 sm:gap-2 md:px-5">
            <PhoneMenu groups={groups} />
            <div className="min-w-0 flex-1">{slots.scope}</div>
            {slots.tools}
          </header>
        </div>
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto w-full max-w-[1440px] flex-1 px-4 py-5 pb-24 outline-none md:px-6 md:pb-8"
        >
          {slots.children}
        </main>
      </div>
      <BottomBar groups={groups} />
      <Toaster closeLabel={shared("dialog.close")} />
    </div>
  );
}
