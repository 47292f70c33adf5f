"use client";

import Link from "next/link";
import type { PlatformUserDetails } from "@/server/identity/platform/schema";
import { useText } from "../../shared/use-text";
import { Card, CardContent, CardHeader, CardTitle } from "../../ui/card";

export function UserMemberships({ user: { memberships } }: { user: PlatformUserDetails }) {
  const text = useText("admin");
  const identity = useText("identity");
  return (
    <Card>
      <CardHeader>
        <CardTitle>{text("users.memberships")}</CardTitle>
      </CardHeader>
      {memberships.length === 0 ? (
        <CardContent className="text-muted-foreground">{text("users.noMemberships")}</CardContent>
      ) : (
        <ul className="divide-y">
          {memberships.map(({ companyId, companyName, role, isActive }) => (
            <li key={companyId} className="flex min-h-(--row) items-center justify-between gap-3 px-4 py-1.5">
              <Link
                href={`/admin/companies/${companyId}`}
                prefetch={false}
                className="min-w-0 truncate rounded-sm font-medium hover:underline"
              >
                {companyName}
              </Link>
              <span className="text-muted-foreground text-sm">
                {identity.has(`roles.${role}`) ? identity(`roles.${role}`) : role}
                {!isActive && ` · ${text("users.former")}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
