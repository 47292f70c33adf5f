"use client";

import { usePathname } from "next/navigation";
import { useRef } from "react";
import { useChosenInView } from "../../ui/use-chosen-in-view";
import { useText } from "../use-text";
import { NavLink } from "./nav-link";
import { visibleSections } from "./settings-sections";

/** The sections of the settings: a column on a desktop, a row that scrolls on a phone. */
export function SettingsNav({ permissions }: { permissions: readonly string[] }) {
  const text = useText("settings");
  const row = useRef<HTMLUListElement>(null);
  useChosenInView(row, { selector: "[aria-current]", chosen: usePathname() });
  return (
    <nav aria-label={text("label")} data-print="hide" className="min-w-0 md:w-52 md:shrink-0">
      <ul
        ref={row}
        className="flex gap-1 max-md:-mx-4 max-md:overflow-x-auto max-md:border-b max-md:px-4 max-md:pb-2 md:sticky md:top-20 md:flex-col md:gap-0.5"
      >
        {visibleSections(permissions).map(({ key, href, isExact }) => (
          <li key={key} className="max-md:shrink-0">
            <NavLink
              href={href}
              isExact={isExact}
              className="flex h-(--control) items-center whitespace-nowrap rounded-md px-3 font-medium text-muted-foreground transition-colors hover:bg-accent hover:text-foreground aria-[current]:bg-primary-subtle aria-[current]:text-primary-text"
            >
              {text(`sections.${key}`)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
