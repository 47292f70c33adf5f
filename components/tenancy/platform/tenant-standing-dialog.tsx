"use client";

import { useMutation } from "@tanstack/react-query";
import { suspendTenantInput, type TenantDetails } from "@/server/tenancy/platform/schema/tenants";
import { useTRPC } from "../../providers/trpc-provider";
import { ReasonDialog } from "../../shared/reason-dialog";
import { useText } from "../../shared/use-text";

/** To suspend a tenant, or to let its people in again. */
export function TenantStandingDialog({ tenant }: { tenant: TenantDetails }) {
  const text = useText("admin");
  const { tenants } = useTRPC().platform;
  const suspend = useMutation(tenants.suspend.mutationOptions());
  const reactivate = useMutation(tenants.reactivate.mutationOptions());
  const key = tenant.status === "suspended" ? "reactivate" : "suspend";
  return (
    <ReasonDialog
      title={text(`tenants.${key}.title`, { name: tenant.name })}
      description={text(`tenants.${key}.lead`)}
      submitLabel={text(`tenants.${key}.action`)}
      reasonLabel={text("reason.label")}
      reasonHint={text("reason.hint")}
      schema={suspendTenantInput}
      input={{ tenantId: tenant.id }}
      mutation={key === "suspend" ? suspend : reactivate}
    />
  );
}
