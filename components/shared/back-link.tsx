import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "../ui/button";

export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Button variant="link" size="inline" className="mb-3" asChild>
      <Link href={href} prefetch={false}>
        <ArrowLeft />
        {children}
      </Link>
    </Button>
  );
}
