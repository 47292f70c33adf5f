"use client";

import { useText } from "../use-text";
import { NavLink } from "./nav-link";
import type { NavigationGroup } from "./navigation";

interface NavListProps {
  groups: readonly NavigationGroup[];
  onNavigate?: () => void;
}

/** The entries in their groups. Collapsed to icons, each shows its word beside it on hover and focus. */
export function NavList({ groups, onNavigate }: NavListProps) {
  const text = useText("navigation");
  return (
    <div className="flex flex-col gap-5">
      {groups.map((group) => (
        <section key={group.key} aria-label={text(`groups.${group.key}`)}>
          <p
            aria-hidden="true"
            className="truncate px-2.5 pb-1.5 font-medium text-muted-foreground text-sm group-data-[collapsed]/shell:hidden"
          >
            {text(`groups.${group.key}`)}
          </p>
          <ul className="flex flex-col gap-0.5">
            {group.items.map(({ key, href, icon: Icon }) => (
              <li key={key}>
                <NavLink
                  href={href}
                  onClick={onNavigate}
                  className="group/item relative flex h-(--control) items-center gap-3 rounded-md px-2.5 font-medium text-muted-foreground transition-colors hover:bg-accent hover:text-foreground aria-[current]:bg-primary-subtle aria-[current]:text-primary-text"
                >
                  <Icon aria-hidden="true" className="size-4.5 shrink-0" />
                  <span className="truncate group-data-[collapsed]/shell:pointer-events-none group-data-[collapsed]/shell:absolute group-data-[collapsed]/shell:left-full group-data-[collapsed]/shell:z-40 group-data-[collapsed]/shell:ml-2 group-data-[collapsed]/shell:rounded-md group-data-[collapsed]/shell:bg-neutral-12 group-data-[collapsed]/shell:px-2 group-data-[collapsed]/shell:py-1 group-data-[collapsed]/shell:text-neutral-1 group-data-[collapsed]/shell:text-sm group-data-[collapsed]/shell:opacity-0 group-data-[collapsed]/shell:transition-opacity group-hover/item:opacity-100 group-focus-visible/item:opacity-100">
                    {text(`items.${key}`)}
                  </span>
                </NavLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
