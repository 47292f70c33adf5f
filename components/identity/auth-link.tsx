import Link from "next/link";
import type { ReactNode } from "react";

/** Another way, below a form. */
export function AuthLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="flex min-h-6 w-fit items-center text-primary-text underline-offset-4 hover:underline">
      {children}
    </Link>
  );
}
