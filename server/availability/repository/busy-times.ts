import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import type { Interval } from "../rules/interval";

interface PersonsRange {
  staffId: string;
  source: "calcom" | "ics";
  from: Date;
  until: Date;
}

/** One at a time for each person; false for somebody who is not the company's. */
export async function lockPersonsTime(ctx: CompanyContext, staffId: string): Promise<boolean> {
  const rows = await db(ctx).$queryRaw<{ id: string }[]>`
    SELECT id FROM staff WHERE company_id = ${ctx.companyId}::uuid AND id = ${staffId}::uuid FOR NO KEY UPDATE`;
  return rows.length > 0;
}

/** Also what began before: it may go on. */
export async function listBusyTimes(ctx: CompanyContext, { staffId, source, from, until }: PersonsRange) {
  const range = { endsAt: { gt: from }, startsAt: { lt: until } };
  const rows = await db(ctx).busyTime.findMany({
    where: { companyId: ctx.companyId, staffId, source, ...range },
    select: { id: true, startsAt: true, endsAt: true },
  });
  return rows.map(({ id, startsAt, endsAt }) => ({ id, from: startsAt.getTime(), until: endsAt.getTime() }));
}

/** What the product itself has planned with somebody, buffers and classes included. */
export async function listOwnTimes(ctx: CompanyContext, { staffId, from, until }: PersonsRange): Promise<Interval[]> {
  const rows = await db(ctx).staffOccupancy.findMany({
    where: { companyId: ctx.companyId, staffId, blockedUntil: { gt: from }, blockedFrom: { lt: until }, holdId: null },
    select: { blockedFrom: true, blockedUntil: true },
  });
  return rows.map(({ blockedFrom, blockedUntil }) => ({ from: blockedFrom.getTime(), until: blockedUntil.getTime() }));
}

export async function deleteBusyTimes(ctx: CompanyContext, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db(ctx).busyTime.deleteMany({ where: { companyId: ctx.companyId, id: { in: [...ids] } } });
}

interface FreshTimes extends Pick<PersonsRange, "staffId" | "source"> {
  times: readonly Interval[];
}

export async function insertBusyTimes(ctx: CompanyContext, { staffId, source, times }: FreshTimes): Promise<void> {
  if (times.length === 0) return;
  await db(ctx).busyTime.createMany({
    data: times.map(({ from, until }) => {
      const stretch = { startsAt: new Date(from), endsAt: new Date(until) };
      const externalId = `${stretch.startsAt.toISOString()}/${stretch.endsAt.toISOString()}`;
      return { id: newId(), companyId: ctx.companyId, staffId, source, externalId, ...stretch };
    }),
  });
}
