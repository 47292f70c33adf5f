import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";
import type { ListStaffInput } from "./schema";

/** What the user's role narrows: themselves, or who works in their branches. */
function visible({ companyId, restriction }: CompanyContext): Prisma.StaffWhereInput {
  const { staffId, branchIds } = restriction ?? { branchIds: [] };
  return {
    companyId,
    ...(staffId ? { id: staffId } : {}),
    ...(branchIds.length > 0 ? { AND: { staffBranches: { some: { branchId: { in: branchIds } } } } } : {}),
  };
}

export async function listStaffRows(ctx: CompanyContext, { branchId, serviceId }: ListStaffInput) {
  const rows = await db(ctx).staff.findMany({
    where: {
      ...visible(ctx),
      isActive: true,
      deletedAt: null,
      ...(branchId ? { staffBranches: { some: { branchId } } } : {}),
      ...(serviceId ? { staffServices: { some: { serviceId } } } : {}),
    },
    select: {
      id: true,
      name: true,
      colour: true,
      avatarUrl: true,
      isBookable: true,
      staffBranches: { select: { branchId: true } },
      staffServices: { select: { serviceId: true } },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows.map(({ staffBranches, staffServices, ...row }) => ({
    ...row,
    branchIds: staffBranches.map((link) => link.branchId),
    serviceIds: staffServices.map((link) => link.serviceId),
  }));
}
