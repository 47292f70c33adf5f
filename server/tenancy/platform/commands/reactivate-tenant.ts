import { AppError } from "@/server/core/errors";
import { type PlatformContext, recordPlatformAudit, transactAsPlatform } from "@/server/core/platform";
import { requireTenant, updateTenant } from "../repository/tenants";
import type { SuspendTenantInput } from "../schema/tenants";

/** Lets its people in again: on trial while that lasts, else as one that pays. */
export async function reactivateTenant(ctx: PlatformContext, { tenantId, reason }: SuspendTenantInput): Promise<void> {
  return transactAsPlatform(ctx, async (tx) => {
    const tenant = await requireTenant(tx, tenantId);
    if (tenant.status !== "suspended")
      throw new AppError({ code: "INVALID_TRANSITION", reason: "tenant_not_suspended" });
    const status = tenant.trialEndsAt && tenant.trialEndsAt > tx.now ? "trial" : "active";
    await updateTenant(tx, { id: tenantId, data: { status, suspendedAt: null, suspensionReason: null } });
    recordPlatformAudit(tx, {
      ...{ action: "reactivate_tenants", subjectType: "tenant", subjectId: tenantId },
      ...{ before: { status: "suspended", reason: tenant.suspensionReason }, after: { status, reason } },
      companyIds: tenant.companies.map(({ id }) => id),
    });
  });
}
