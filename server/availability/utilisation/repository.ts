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
    select: {
      homeBranchId: true,
      homeBranch: { select: { timezone: true } },
      staffBranches: { select: { branchId: true }, where: { branch: { deletedAt: null } } },
    },
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

export interface BookedTime extends Interval {
  /** Where the person is for it. */
  branchId: string;
}

/** What of somebody's time is taken by appointments and classes; offers that wait for a caller don't count. */
export async function loadBooked(ctx: CompanyContext, { staffId, from, until }: Stretch): Promise<BookedTime[]> {
  const rows = await db(ctx).staffOccupancy.findMany({
    where: {
      ...{ companyId: ctx.companyId, staffId, holdId: null },
      ...{ blockedUntil: { gt: from }, blockedFrom: { lt: until } },
    },
    select: {
      blockedFrom: true,
      blockedUntil: true,
      appointment: { select: { branchId: true } },
      classSession: { select: { branchId: true } },
    },
    orderBy: { blockedFrom: "asc" },
  });
  return rows.flatMap(({ blockedFrom, blockedUntil, appointment, classSession }) => {
    const branchId = (appointment ?? classSession)?.branchId;
    return branchId ? [{ from: blockedFrom.getTime(), until: blockedUntil.getTime(), branchId }] : [];
  });
}

/** The names of branches, of those that the asking person works with. */
export async function findBranchNames(ctx: CompanyContext, ids: readonly string[]) {
  const own = ctx.restriction?.branchIds ?? [];
  return db(ctx).branch.findMany({
    where: { companyId: ctx.companyId, id: { in: own.length > 0 ? ids.filter((id) => own.includes(id)) : [...ids] } },
    select: { id: true, name: true },
    orderBy: [{ isDefault: "desc" }, { name: "asc" }, { id: "asc" }],
  });
}
