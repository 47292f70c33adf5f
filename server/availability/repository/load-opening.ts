import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { notFound } from "@/server/core/errors";
import type { LocalDate } from "@/server/core/time";
import type { Schedule } from "../rules/schedule";
import { exceptionKind, specialHours } from "../schema";

export interface BranchOpening {
  zone: string;
  opening: Schedule;
  holidays: readonly LocalDate[];
}

const day = (date: Date | null): LocalDate | null => date?.toISOString().slice(0, 10) ?? null;

/** When a branch is open in a stretch of time. Throws NOT_FOUND for a branch that the company lacks. */
export async function loadOpening(
  ctx: CompanyContext,
  { branchId, from, until }: { branchId: string; from: Date; until: Date },
): Promise<BranchOpening> {
  const { companyId } = ctx;
  const branch = await db(ctx).branch.findFirst({ where: { companyId, id: branchId }, select: { timezone: true } });
  if (!branch) throw notFound("branch");
  const hours = await db(ctx).workingHour.findMany({
    where: { companyId, ownerType: "branch", branchId },
    select: {
      dayOfWeek: true,
      startTime: true,
      endTime: true,
      breakStart: true,
      breakEnd: true,
      isAvailable: true,
      validFrom: true,
      validUntil: true,
    },
  });
  const exceptions = await db(ctx).scheduleException.findMany({
    where: {
      ...{ companyId, state: "approved" as const },
      startsAt: { lt: until },
      endsAt: { gt: from },
      OR: [{ ownerType: "company" }, { ownerType: "branch", branchId }],
    },
    select: { startsAt: true, endsAt: true, kind: true, hours: true },
  });
  const holidays = await db(ctx).holiday.findMany({
    where: { companyId, isObserved: true, date: { gte: from, lte: until }, OR: [{ branchId: null }, { branchId }] },
    select: { date: true },
  });
  return {
    zone: branch.timezone,
    opening: {
      hours: hours.map((row) => ({ ...row, validFrom: day(row.validFrom), validUntil: day(row.validUntil) })),
      exceptions: exceptions.map((row) => ({
        kind: exceptionKind.parse(row.kind),
        startsAt: row.startsAt.getTime(),
        endsAt: row.endsAt.getTime(),
        hours: specialHours.nullable().catch(null).parse(row.hours),
      })),
    },
    holidays: holidays.map(({ date }) => date.toISOString().slice(0, 10)),
  };
}
