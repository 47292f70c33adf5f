import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import type { Interval } from "../rules/interval";
import type { Schedule } from "../rules/schedule";
import { exceptionKind, specialHours } from "../schema";

interface Stretch {
  staffId: string;
  from: Date;
  until: Date;
}

/** Somebody's home and its clock; nobody whom the asking person does not see. */
export function findPerson(ctx: CompanyContext, staffId: string) {
  const { companyId, restriction } = ctx;
  const { branchIds = [], staffId: own } = restriction ?? {};
  return db(ctx).staff.findFirst({
    where: {
      ...{ companyId, id: staffId },
      AND: [
        own ? { id: own } : {},
        branchIds.length > 0 ? { staffBranches: { some: { branchId: { in: branchIds } } } } : {},
      ],
    },
    select: { homeBranchId: true, homeBranch: { select: { timezone: true } } },
  });
}

const day = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null;

/** When somebody works: their weekly hours and what differs from them. */
export async function loadStaffSchedule(ctx: CompanyContext, { staffId, from, until }: Stretch): Promise<Schedule> {
  const { companyId } = ctx;
  const hours = await db(ctx).workingHour.findMany({
    where: { companyId, staffId },
    select: {
      dayOfWeek: true,
      startTime: true,
      endTime: true,
      breakStart: true,
      breakEnd: true,
      isAvailable: true,
      validFrom: true,
      validUntil: true,
      branchId: true,
    },
  });
  const exceptions = await db(ctx).scheduleException.findMany({
    where: { ...{ companyId, staffId, state: "approved" }, startsAt: { lt: until }, endsAt: { gt: from } },
    select: { startsAt: true, endsAt: true, kind: true, hours: true },
  });
  return {
    hours: hours.map((row) => ({ ...row, validFrom: day(row.validFrom), validUntil: day(row.validUntil) })),
    exceptions: exceptions.map((row) => ({
      kind: exceptionKind.parse(row.kind),
      startsAt: row.startsAt.getTime(),
      endsAt: row.endsAt.getTime(),
      hours: specialHours.nullable().catch(null).parse(row.hours),
    })),
  };
}

/** What of somebody's time is taken by appointments and classes; offers that wait for a caller don't count. */
export async function loadBooked(ctx: CompanyContext, { staffId, from, until }: Stretch): Promise<Interval[]> {
  const rows = await db(ctx).staffOccupancy.findMany({
    where: {
      ...{ companyId: ctx.companyId, staffId, holdId: null },
      ...{ blockedUntil: { gt: from }, blockedFrom: { lt: until } },
    },
    select: { blockedFrom: true, blockedUntil: true },
    orderBy: { blockedFrom: "asc" },
  });
  return rows.map(({ blockedFrom, blockedUntil }) => ({ from: blockedFrom.getTime(), until: blockedUntil.getTime() }));
}
