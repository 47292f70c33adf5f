import { allowanceOf, LIMITED, type Limited, limitName, tenantLimits } from "@/server/core/allowance";
import type { UsageView } from "./schema";

/** What a tenant uses beside what its contract allows. */
export function toUsage(tenant: { status: string; limits: unknown }, used: Record<Limited, number>): UsageView[] {
  const named = tenantLimits.parse(tenant.limits);
  return LIMITED.map((what) => {
    const isDefault = named[limitName(what)] === undefined;
    return { what, used: used[what], limit: allowanceOf(tenant, what), isDefault };
  });
}
