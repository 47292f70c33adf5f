import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import type { ListStaffInput } from "../schema";
import { visible } from "./visible";

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
