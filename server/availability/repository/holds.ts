import type { CompanyContext } from "@/server/core/context";
import { ask, db } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import { type HoldOffer, holdOffers } from "../schema";
import type { PersonTime } from "./offers-under-way";

export interface HoldRow {
  id: string;
  expiresAt: Date;
  offers: HoldOffer[];
}

interface Hold {
  callId: string;
  expiresAt: Date;
  offers: HoldOffer[];
}

/**
 * One hold for each call: a newer set of offers takes the place of the older one, also when two arrive at once. Answers
 * the positions of those that nobody else has taken meanwhile.
 */
export async function holdOffersOf(ctx: CompanyContext, hold: Hold): Promise<number[]> {
  const [row] = await ask<{ held: number[] }>(ctx, Prisma.sql`SELECT hold_offers(${argumentsOf(ctx, hold)}) AS held`);
  return row?.held ?? [];
}

/**
 * The same, asked for later, or an error for which `isTakenMeanwhile` holds: then the transaction can only be undone. The
 * statement is made at once: what goes with a COMMIT must not fail before it is sent.
 */
export function holdAllOffersOf(ctx: CompanyContext, hold: Hold): () => Promise<unknown> {
  const statement = Prisma.sql`SELECT hold_all_offers(${argumentsOf(ctx, hold)})::text`;
  return () => ask(ctx, statement);
}

function argumentsOf(ctx: CompanyContext, { callId, expiresAt, offers }: Hold): Prisma.Sql {
  const people = peopleOf(offers);
  const iso = (at: number) => new Date(at).toISOString();
  return Prisma.sql`
    ${ctx.companyId}::uuid, ${callId}::uuid, ${newId()}::uuid, ${expiresAt}::timestamptz, ${JSON.stringify(offers)}::jsonb,
    ${offers.map(({ position }) => position)}::int[], ${people.map(({ position }) => position)}::int[],
    ${people.map(({ staffId }) => staffId)}::uuid[], ${people.map(({ from }) => iso(from))}::timestamptz[],
    ${people.map(({ until }) => iso(until))}::timestamptz[]`;
}

/** When the people of offers are taken; a place in a class takes nobody's time. */
export function peopleOf(offers: readonly HoldOffer[]): (PersonTime & { position: number })[] {
  return offers
    .filter(({ session }) => !session)
    .flatMap(({ position, segments }) =>
      segments.flatMap((segment) => {
        const { staffId, occupiesStaff, furtherStaffIds, blockedFrom, blockedUntil } = segment;
        const time = { position, from: blockedFrom, until: blockedUntil };
        return [...(occupiesStaff ? [staffId] : []), ...furtherStaffIds].map((id) => ({ ...time, staffId: id }));
      }),
    );
}

export async function deleteCallHold(ctx: CompanyContext, callId: string): Promise<void> {
  await ask(
    ctx,
    Prisma.sql`DELETE FROM slot_holds WHERE company_id = ${ctx.companyId}::uuid AND call_id = ${callId}::uuid`,
  );
}

export async function findCallHold(ctx: CompanyContext, callId: string): Promise<HoldRow | null> {
  const row = await db(ctx).slotHold.findFirst({
    where: { companyId: ctx.companyId, callId },
    select: { id: true, expiresAt: true, offers: true },
  });
  return row ? { ...row, offers: holdOffers.parse(row.offers) } : null;
}
