import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { type HoldOffer, holdOffers } from "../schema";

export interface HoldRow {
  id: string;
  expiresAt: Date;
  offers: HoldOffer[];
}

/**
 * One hold for each call: a newer set of offers takes the place of the older one, also when two arrive at once. Two
 * statements: the second has to see what the one it waited for has written.
 */
export async function replaceCallHold(
  ctx: CompanyContext,
  { callId, expiresAt, offers }: { callId: string; expiresAt: Date; offers: HoldOffer[] },
): Promise<string> {
  const [row] = await db(ctx).$queryRaw<{ id: string }[]>`
    INSERT INTO slot_holds (id, company_id, call_id, offers, expires_at)
    VALUES (${newId()}::uuid, ${ctx.companyId}::uuid, ${callId}::uuid, ${JSON.stringify(offers)}::jsonb, ${expiresAt}::timestamptz)
    ON CONFLICT (company_id, call_id) DO UPDATE SET offers = excluded.offers, expires_at = excluded.expires_at, updated_at = now()
    RETURNING id`;
  if (!row) throw new Error("the hold was not written");
  await db(ctx).$executeRaw`
    DELETE FROM staff_occupancies WHERE company_id = ${ctx.companyId}::uuid AND hold_id = ${row.id}::uuid`;
  return row.id;
}

export async function keepOffers(
  ctx: CompanyContext,
  { holdId, offers }: { holdId: string; offers: HoldOffer[] },
): Promise<void> {
  await db(ctx).slotHold.updateMany({ where: { companyId: ctx.companyId, id: holdId }, data: { offers } });
}

export async function deleteCallHold(ctx: CompanyContext, callId: string): Promise<void> {
  await db(ctx).slotHold.deleteMany({ where: { companyId: ctx.companyId, callId } });
}

export async function findCallHold(ctx: CompanyContext, callId: string): Promise<HoldRow | null> {
  const row = await db(ctx).slotHold.findFirst({
    where: { companyId: ctx.companyId, callId },
    select: { id: true, expiresAt: true, offers: true },
  });
  return row ? { ...row, offers: holdOffers.parse(row.offers) } : null;
}
