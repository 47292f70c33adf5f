import { allowanceOf, type Limited } from "@/server/core/allowance";
import { AppError } from "@/server/core/errors";
import type { PlatformTransaction } from "@/server/core/platform";
import { countUsedAlone, requireTenant } from "../repository/tenants";

/** Throws LIMIT_REACHED when the tenant has as many as its contract allows: an operator raises the limit first. */
export async function requireRoom(
  tx: PlatformTransaction,
  { tenantId, what }: { tenantId: string; what: Limited },
): Promise<void> {
  const tenant = await requireTenant(tx, tenantId);
  const used = await countUsedAlone(tx, { tenantId, what });
  const limit = allowanceOf(tenant, what);
  if (limit === null || used < limit) return;
  throw new AppError({ code: "LIMIT_REACHED", reason: "tenant_limit", details: { what, limit, used } });
}
