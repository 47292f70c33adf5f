import { AppError } from "@/server/core/errors";
import { type PlatformContext, recordPlatformAudit, transactAsPlatform } from "@/server/core/platform";
import { requireTenant, updateTenant } from "../repository/tenants";
import type { SuspendTenantInput } from "../schema/tenants";

/** Its people can sign in and are told; its telephone goes on answering. */
export async function suspendTenant(ctx: PlatformContext, { tenantId, reason }: SuspendTenantInput): Promise<void> {
  return transactAsPlatform(ctx, async (tx) => {
    const { status, companies } = await requireTenant(tx, tenantId);
    if (status === "suspended") throw new AppError({ code: "INVALID_TRANSITION", reason: "tenant_is_suspended" });
    const data = { status: "suspended", suspendedAt: tx.now, suspensionReason: reason } as const;
    await updateTenant(tx, { id: tenantId, data });
    recordPlatformAudit(tx, {
      ...{ action: "suspend_tenants", subjectType: "tenant", subjectId: tenantId },
      ...{ before: { status }, after: { status: "suspended", reason } },
      companyIds: companies.map(({ id }) => id),
    });
  });
}
