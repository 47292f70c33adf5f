import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";

const byName = { name: "asc" } as const;
const inBranches = ({ restriction }: CompanyContext) => {
  const branchIds = restriction?.branchIds ?? [];
  return branchIds.length > 0 ? { in: branchIds } : undefined;
};

/** Services for several at once. */
export function listClassServices(ctx: CompanyContext) {
  return db(ctx).service.findMany({
    where: { companyId: ctx.companyId, isActive: true, deletedAt: null, capacity: { gt: 1 } },
    select: { id: true, name: true, capacity: true, durationMinutes: true },
    orderBy: byName,
  });
}

/** Who does one of these services, with which of them and in which branches. */
export async function listTeachers(ctx: CompanyContext, serviceIds: string[]) {
  const branchId = inBranches(ctx);
  const rows = await db(ctx).staff.findMany({
    where: {
      ...{ companyId: ctx.companyId, isActive: true, deletedAt: null },
      ...(ctx.restriction?.staffId ? { id: ctx.restriction.staffId } : {}),
      staffServices: { some: { serviceId: { in: serviceIds } } },
      ...(branchId ? { staffBranches: { some: { branchId } } } : {}),
    },
    select: {
      id: true,
      name: true,
      staffServices: { where: { serviceId: { in: serviceIds } }, select: { serviceId: true } },
      staffBranches: { select: { branchId: true } },
    },
    orderBy: byName,
  });
  return rows.map(({ staffServices, staffBranches, ...teacher }) => ({
    ...teacher,
    serviceIds: staffServices.map(({ serviceId }) => serviceId),
    branchIds: staffBranches.map((link) => link.branchId),
  }));
}

export function listRooms(ctx: CompanyContext) {
  const branchId = inBranches(ctx);
  return db(ctx).resource.findMany({
    where: { companyId: ctx.companyId, isActive: true, deletedAt: null, ...(branchId ? { branchId } : {}) },
    select: { id: true, name: true, branchId: true },
    orderBy: byName,
  });
}
