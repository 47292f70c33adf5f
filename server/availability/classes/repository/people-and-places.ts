import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import type { EpochMs } from "@/server/core/time";
import type { ScheduleException } from "../../rules/schedule";
import { exceptionKind } from "../../schema";

export function findClassService(ctx: CompanyContext, serviceId: string) {
  return db(ctx).service.findFirst({
    where: { companyId: ctx.companyId, id: serviceId, deletedAt: null },
    select: { id: true, capacity: true, durationMinutes: true, bufferBeforeMinutes: true, bufferAfterMinutes: true },
  });
}

export function findOpenBranch(ctx: CompanyContext, branchId: string) {
  return db(ctx).branch.findFirst({
    where: { companyId: ctx.companyId, id: branchId, isActive: true, deletedAt: null },
    select: { id: true, timezone: true },
  });
}

/** Somebody who works here, with whether they do this service and are in this branch at all. */
export async function findTeacher(
  ctx: CompanyContext,
  { staffId, serviceId, branchId }: { staffId: string; serviceId: string; branchId: string },
): Promise<{ canTeach: boolean } | null> {
  const row = await db(ctx).staff.findFirst({
    where: { companyId: ctx.companyId, id: staffId, isActive: true, deletedAt: null },
    select: {
      staffServices: { where: { serviceId }, select: { id: true } },
      staffBranches: { where: { branchId }, select: { id: true } },
    },
  });
  return row && { canTeach: row.staffServices.length > 0 && row.staffBranches.length > 0 };
}

/** How many of these rooms and devices the branch has. */
export function countResources(ctx: CompanyContext, { ids, branchId }: { ids: string[]; branchId: string }) {
  return db(ctx).resource.count({
    where: { companyId: ctx.companyId, branchId, id: { in: ids }, isActive: true, deletedAt: null },
  });
}

interface Stretch {
  from: Date;
  until: Date;
}

/** When whoever teaches is away. */
export async function loadAbsences(
  ctx: CompanyContext,
  { staffId, from, until }: Stretch & { staffId: string },
): Promise<ScheduleException[]> {
  const rows = await db(ctx).scheduleException.findMany({
    where: {
      ...{ companyId: ctx.companyId, staffId, state: "approved" as const },
      ...{ startsAt: { lt: until }, endsAt: { gt: from } },
    },
    select: { startsAt: true, endsAt: true, kind: true },
  });
  return rows.map(({ startsAt, endsAt, kind }) => ({
    kind: exceptionKind.parse(kind),
    startsAt: startsAt.getTime(),
    endsAt: endsAt.getTime(),
  }));
}

/** Whether somebody's other calendar has something in that time. */
export async function isBusyElsewhere(
  ctx: CompanyContext,
  { staffId, from, until }: { staffId: string; from: EpochMs; until: EpochMs },
): Promise<boolean> {
  const where = { startsAt: { lt: new Date(until) }, endsAt: { gt: new Date(from) } };
  return (await db(ctx).busyTime.count({ where: { companyId: ctx.companyId, staffId, ...where } })) > 0;
}
