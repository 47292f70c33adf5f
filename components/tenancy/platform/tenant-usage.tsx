"use client";

import { lazy, useState } from "react";
import type { TenantDetails } from "@/server/tenancy/platform/schema/tenants";
import { DialogSlot } from "../../shared/dialog-slot";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "../../ui/card";
import { UsageList } from "../usage-list";

const LimitsDialog = lazy(() => import("./limits-dialog").then((file) => ({ default: file.LimitsDialog })));

/** How much of its contract the tenant uses, and where the limits are changed. */
export function TenantUsage({ tenant }: { tenant: TenantDetails }) {
  const text = useText("admin");
  const [isOpen, setOpen] = useState(false);
  return (
    <Card>
      <CardHeader>
        <CardTitle>{text("usage.title")}</CardTitle>
        <Button size="sm" onClick={() => setOpen(true)}>
          {text("usage.edit")}
        </Button>
      </CardHeader>
      <CardContent>
        <UsageList usage={tenant.usage} />
      </CardContent>
      <DialogSlot isOpen={isOpen} onClose={() => setOpen(false)}>
        <LimitsDialog tenant={tenant} />
      </DialogSlot>
    </Card>
  );
}
