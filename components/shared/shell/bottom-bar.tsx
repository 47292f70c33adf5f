"use client";

import { useText } from "../use-text";
import { NavLink } from "./nav-link";
import type { NavigationGroup } from "./navigation";

/** The four places within the thumb's reach on a phone. */
export function BottomBar({ groups }: { groups: readonly NavigationGroup[] }) {
  const text = useText("navigation");
  const items = groups.flatMap((group) => group.items).filter((item) => item.isInBottomBar);
  return (
    <nav
      aria-label={text("label")}
      data-print="hide"
      className="fixed inset-x-0 bottom-0 z-30 border-t bg-card pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="grid auto-cols-fr grid-flow-col">
        {items.map(({ key, href, icon: Icon }) => (
          <li key={key}>
            <NavLink
              href={href}
              className="flex h-14 flex-col items-center justify-center gap-0.5 font-medium text-[11px] text-muted-foreground leading-4 focus-visible:-outline-offset-2 aria-[current]:text-primary-text"
            >
              <Icon aria-hidden="true" className="size-5" />
              <span className="max-w-full truncate px-1">{text(`items.${key}`)}</span>
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
