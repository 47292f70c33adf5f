import { type PlatformContext, type PlatformTransaction, transactAsPlatform } from "@/server/core/platform";
import { type Flags, findLastChanges, findPlatformFlags } from "../repository/feature-flags";
import { countUsage, requireTenant } from "../repository/tenants";
import type { TenantDetails } from "../schema/tenants";
import { toTenantDetails, toTenantFlags } from "../views";

/** A tenant with its companies, what it uses of its contract, and what is switched on for it. */
export async function getTenant(ctx: PlatformContext, tenantId: string): Promise<TenantDetails> {
  return transactAsPlatform(ctx, (tx) => loadTenant(tx, tenantId));
}

export async function loadTenant(tx: PlatformTransaction, tenantId: string): Promise<TenantDetails> {
  const row = await requireTenant(tx, tenantId);
  const used = await countUsage(tx, tenantId);
  const facts = { platform: await findPlatformFlags(tx), changes: await findLastChanges(tx, tenantId) };
  return toTenantDetails({ row, used, flags: toTenantFlags(row.featureFlags as Flags, facts) });
}
