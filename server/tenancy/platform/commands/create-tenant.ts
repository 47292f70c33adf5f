import { newId } from "@/server/core/ids";
import { type PlatformContext, recordPlatformAudit, transactAsPlatform } from "@/server/core/platform";
import { insertTenant } from "../repository/tenants";
import type { CreateTenantInput } from "../schema/tenants";

/** A new customer of the platform, without companies yet. */
export async function createTenant(ctx: PlatformContext, input: CreateTenantInput): Promise<{ tenantId: string }> {
  return transactAsPlatform(ctx, async (tx) => {
    const tenantId = newId();
    await insertTenant(tx, { id: tenantId, ...input });
    recordPlatformAudit(tx, { action: "create_tenants", subjectType: "tenant", subjectId: tenantId, after: input });
    return { tenantId };
  });
}
