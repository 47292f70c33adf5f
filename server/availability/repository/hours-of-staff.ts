import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";

/** A person by id or name, with everything that says when they work. */
export async function findStaffWithHours(ctx: CompanyContext, { staff, until }: { staff: string; until: Date }) {
  const { companyId, now } = ctx;
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(staff);
  const person = await db(ctx).staff.findFirst({
    where: { companyId, ...(isId ? { id: staff } : { name: { equals: staff, mode: "insensitive" as const } }) },
    select: { id: true, name: true, isActive: true, homeBranchId: true },
  });
  if (!person) return null;
  const hours = await db(ctx).workingHour.findMany({
    where: { companyId, OR: [{ staffId: person.id }, { branchId: person.homeBranchId }] },
    select: {
      ownerType: true,
      dayOfWeek: true,
      startTime: true,
      endTime: true,
      breakStart: true,
      breakEnd: true,
      isAvailable: true,
    },
    orderBy: [{ ownerType: "asc" }, { dayOfWeek: "asc" }, { startTime: "asc" }],
  });
  const range = { startsAt: { lt: until }, endsAt: { gt: now } };
  const exceptions = await db(ctx).scheduleException.findMany({
    where: {
      ...{ companyId, state: "approved" as const },
      ...range,
      OR: [{ staffId: person.id }, { branchId: person.homeBranchId }, { ownerType: "company" }],
    },
    select: { ownerType: true, kind: true, startsAt: true, endsAt: true },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  const busy = await db(ctx).busyTime.findMany({
    where: { companyId, staffId: person.id, ...range },
    select: { source: true, startsAt: true, endsAt: true },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  const services = await db(ctx).staffService.count({ where: { companyId, staffId: person.id } });
  return { person, hours, exceptions, busy, services };
}
