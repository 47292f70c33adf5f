import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { findUsage } from "../repository";
import type { UsageView } from "../schema";
import { toUsage } from "../views";

/** What the business has of everything that its contract limits, all of its tenant's companies together. */
export async function getUsage(ctx: CompanyContext): Promise<UsageView[]> {
  return transact(ctx, async (tx) => {
    const { tenant, used } = await findUsage(tx);
    if (!tenant) throw notFound("tenant");
    return toUsage(tenant, used);
  });
}
