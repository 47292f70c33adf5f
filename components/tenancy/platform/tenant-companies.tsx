"use client";

import { Plus } from "lucide-react";
import Link from "next/link";
import { lazy, useState } from "react";
import { companyStatus } from "@/server/tenancy/platform/schema/companies";
import type { TenantDetails } from "@/server/tenancy/platform/schema/tenants";
import { DialogSlot } from "../../shared/dialog-slot";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "../../ui/card";
import { StandingBadge } from "./standing-badge";

const NewCompanyDialog = lazy(() =>
  import("./new-company-dialog").then((file) => ({ default: file.NewCompanyDialog })),
);

export function TenantCompanies({ tenant }: { tenant: TenantDetails }) {
  const text = useText("admin");
  const [isOpen, setOpen] = useState(false);
  return (
    <Card>
      <CardHeader>
        <CardTitle>{text("companies.title")}</CardTitle>
        <Button size="sm" onClick={() => setOpen(true)}>
          <Plus />
          {text("companies.new.action")}
        </Button>
      </CardHeader>
      {tenant.companies.length === 0 ? (
        <CardContent className="text-muted-foreground">{text("companies.none")}</CardContent>
      ) : (
        <ul className="divide-y">
          {tenant.companies.map(({ id, name, status }) => (
            <li key={id} className="flex min-h-(--row) items-center justify-between gap-3 px-4 py-1.5">
              <Link
                href={`/admin/companies/${id}`}
                prefetch={false}
                className="min-w-0 truncate rounded-sm font-medium hover:underline"
              >
                {name}
              </Link>
              <StandingBadge status={companyStatus.parse(status)} />
            </li>
          ))}
        </ul>
      )}
      <DialogSlot isOpen={isOpen} onClose={() => setOpen(false)}>
        <NewCompanyDialog tenant={tenant} />
      </DialogSlot>
    </Card>
  );
}
