"use client";

import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { type ComponentProps, useState } from "react";
import { isCurrent } from "./navigation";

interface NavLinkProps extends Omit<ComponentProps<typeof Link>, "href"> {
  href: string;
  /** What lies below it has a link of its own. */
  isExact?: boolean | undefined;
}

/**
 * A link of the navigation: knows whether it is the current page, and takes the chosen branch along.
 * Fetches ahead when somebody approaches it, not before: a first page shall not load five.
 */
export function NavLink({ href, isExact, ...props }: NavLinkProps) {
  const pathname = usePathname();
  const branch = useSearchParams().get("branch");
  const [isNear, setNear] = useState(false);
  const target = branch ? `${href}?branch=${encodeURIComponent(branch)}` : href;
  return (
    <Link
      href={target}
      prefetch={isNear ? null : false}
      onPointerEnter={() => setNear(true)}
      onFocus={() => setNear(true)}
      aria-current={(isExact ? href === pathname : isCurrent(href, pathname)) ? "page" : undefined}
      {...props}
    />
  );
}
