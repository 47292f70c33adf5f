"use client";

import { UserPlus } from "lucide-react";
import Link from "next/link";
import { lazy, useState } from "react";
import type { PlatformCompanyDetails } from "@/server/tenancy/platform/schema/companies";
import { DialogSlot } from "../../shared/dialog-slot";
import { RelativeTime } from "../../shared/relative-time";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "../../ui/card";

const InviteOwnerDialog = lazy(() =>
  import("./invite-owner-dialog").then((file) => ({ default: file.InviteOwnerDialog })),
);

export function CompanyMembers({ company }: { company: PlatformCompanyDetails }) {
  const text = useText("admin");
  const identity = useText("identity");
  const [isOpen, setOpen] = useState(false);
  return (
    <Card>
      <CardHeader>
        <CardTitle>{text("companies.members")}</CardTitle>
        <Button size="sm" onClick={() => setOpen(true)}>
          <UserPlus />
          {text("companies.invite.action")}
        </Button>
      </CardHeader>
      {company.members.length === 0 ? (
        <CardContent className="text-muted-foreground">{text("companies.noMembers")}</CardContent>
      ) : (
        <ul className="divide-y">
          {company.members.map(({ userId, name, email, role, lastLoginAt }) => (
            <li key={userId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2">
              <div className="min-w-0">
                <Link
                  href={`/admin/users/${userId}`}
                  prefetch={false}
                  className="rounded-sm font-medium hover:underline"
                >
                  {name}
                </Link>
                <p className="truncate text-muted-foreground text-sm">{email}</p>
              </div>
              <p className="text-muted-foreground text-sm">
                {identity.has(`roles.${role}`) ? identity(`roles.${role}`) : role}
                {" · "}
                {lastLoginAt ? <RelativeTime at={lastLoginAt} /> : text("users.neverHere")}
              </p>
            </li>
          ))}
        </ul>
      )}
      <DialogSlot isOpen={isOpen} onClose={() => setOpen(false)}>
        <InviteOwnerDialog companyId={company.id} />
      </DialogSlot>
    </Card>
  );
}
