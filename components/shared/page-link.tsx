"use client";

import Link from "next/link";
import { useSearchParams } from "next/navigation";
import type { ComponentProps } from "react";

interface PageLinkProps extends Omit<ComponentProps<typeof Link>, "href"> {
  href: string;
}

/** A link that takes the chosen branch along, and does not fetch ahead: a page shows many of them. */
export function PageLink({ href, ...props }: PageLinkProps) {
  return <Link href={usePagePath(href)} prefetch={false} {...props} />;
}

export function usePagePath(href: string): string {
  const branch = useSearchParams().get("branch");
  if (!branch) return href;
  return `${href}${href.includes("?") ? "&" : "?"}branch=${encodeURIComponent(branch)}`;
}
