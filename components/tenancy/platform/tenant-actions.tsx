"use client";

import { Ban, CircleCheck, Pencil } from "lucide-react";
import { lazy, useState } from "react";
import type { TenantDetails } from "@/server/tenancy/platform/schema/tenants";
import { DialogSlot } from "../../shared/dialog-slot";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";

const EditTenantDialog = lazy(() =>
  import("./edit-tenant-dialog").then((file) => ({ default: file.EditTenantDialog })),
);
const TenantStandingDialog = lazy(() =>
  import("./tenant-standing-dialog").then((file) => ({ default: file.TenantStandingDialog })),
);

/** To change it, and to suspend it or let it in again, with a reason. */
export function TenantActions({ tenant }: { tenant: TenantDetails }) {
  const text = useText("admin");
  const [open, setOpen] = useState<"edit" | "standing" | null>(null);
  const isSuspended = tenant.status === "suspended";
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button onClick={() => setOpen("edit")}>
        <Pencil />
        {text("tenants.edit.action")}
      </Button>
      <Button onClick={() => setOpen("standing")}>
        {isSuspended ? <CircleCheck /> : <Ban />}
        {text(isSuspended ? "tenants.reactivate.action" : "tenants.suspend.action")}
      </Button>
      <DialogSlot isOpen={open === "edit"} onClose={() => setOpen(null)}>
        <EditTenantDialog tenant={tenant} />
      </DialogSlot>
      <DialogSlot isOpen={open === "standing"} onClose={() => setOpen(null)}>
        <TenantStandingDialog tenant={tenant} />
      </DialogSlot>
    </div>
  );
}
