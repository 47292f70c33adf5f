import { AppError } from "@/server/core/errors";
import { type PlatformContext, recordPlatformAudit, transactAsPlatform } from "@/server/core/platform";
import { requireTenant, updateTenant } from "../repository/tenants";
import type { EditTenantInput } from "../schema/tenants";

/** Changes what was sent, and nothing else; to cancel a tenant takes a reason, and a suspended one stays so until it is let in again. */
export async function editTenant(
  ctx: PlatformContext,
  { tenantId, reason, ...changes }: EditTenantInput,
): Promise<void> {
  return transactAsPlatform(ctx, async (tx) => {
    const tenant = await requireTenant(tx, tenantId);
    if (changes.status && tenant.status === "suspended")
      throw new AppError({ code: "INVALID_TRANSITION", reason: "tenant_is_suspended" });
    if (changes.status === "cancelled" && tenant.status !== "cancelled" && !reason)
      throw new AppError({ code: "VALIDATION_ERROR", reason: "cancel_needs_reason" });
    const names = Object.keys(changes) as (keyof typeof changes)[];
    const before = Object.fromEntries(names.map((name) => [name, tenant[name]]));
    await updateTenant(tx, { id: tenantId, data: changes });
    const companyIds = tenant.companies.map(({ id }) => id);
    const subject = { subjectType: "tenant", subjectId: tenantId };
    const after = { ...changes, ...(reason && { reason }) };
    recordPlatformAudit(tx, { action: "edit_tenants", ...subject, before, after, companyIds });
  });
}
