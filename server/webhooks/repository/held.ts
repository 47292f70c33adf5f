import type { CompanyContext } from "@/server/core/context";
import { appClient, db } from "@/server/core/db";
import type { WebhookSource } from "../schema";

export interface HeldWebhook {
  id: string;
  source: WebhookSource;
}

/** What waits for its turn because it came too fast, the oldest first. */
export async function listHeld(ctx: CompanyContext, limit: number): Promise<HeldWebhook[]> {
  return db(ctx).webhookLog.findMany({
    where: { companyId: ctx.companyId, isHeld: true },
    select: { id: true, source: true },
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
    take: limit,
  });
}

export async function listCompaniesWithHeldDeliveries(): Promise<string[]> {
  const rows = await appClient().$queryRaw<{ id: string }[]>`SELECT list_companies_with_held_deliveries() AS id`;
  return rows.map(({ id }) => id);
}

/** It has its turn; false when it had one already. */
export async function release(ctx: CompanyContext, id: string): Promise<boolean> {
  const where = { companyId: ctx.companyId, id, isHeld: true };
  return (await db(ctx).webhookLog.updateMany({ where, data: { isHeld: false } })).count > 0;
}
