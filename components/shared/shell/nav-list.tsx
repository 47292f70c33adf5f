"use client";

import { useText } from "../use-text";
import { NavLink } from "./nav-link";
import type { NavigationGroup } from "./navigation";

interface NavListProps {
  groups: readonly NavigationGroup[];
  isCollapsed?: boolean;
  onNavigate?: () => void;
}

const tooltipClasses =
  "pointer-events-none absolute left-full z-40 ml-2 whitespace-nowrap rounded-md bg-neutral-12 px-2 py-1 text-neutral-1 text-sm opacity-0 transition-opacity group-hover/item:opacity-100 group-focus-visible/item:opacity-100";

/** The entries in their groups. Collapsed to icons, each shows its word beside it on hover and focus. */
export function NavList({ groups, isCollapsed, onNavigate }: NavListProps) {
  const text = useText("navigation");
  return (
    <div className="flex flex-col gap-5">
      {groups.map((group) => (
        <section key={group.key} aria-label={text(`groups.${group.key}`)}>
          {!isCollapsed && (
            <p aria-hidden="true" className="truncate px-2.5 pb-1.5 font-medium text-muted-foreground text-sm">
              {text(`groups.${group.key}`)}
            </p>
          )}
          <ul className="flex flex-col gap-0.5">
            {group.items.map(({ key, href, icon: Icon }) => (
              <li key={key}>
                <NavLink
                  href={href}
                  onClick={onNavigate}
                  className="group/item relative flex h-(--control) items-center gap-3 rounded-md px-2.5 font-medium text-muted-foreground transition-colors hover:bg-accent hover:text-foreground aria-[current]:bg-primary-subtle aria-[current]:text-primary-text"
                >
                  <Icon aria-hidden="true" className="size-4.5 shrink-0" />
                  <span className={isCollapsed ? tooltipClasses : "truncate"}>{text(`items.${key}`)}</span>
                </NavLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
