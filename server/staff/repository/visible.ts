import type { CompanyContext } from "@/server/core/context";
import type { Prisma } from "@/server/core/generated/client";

/** What the user's role narrows: themselves, or who works in their branches. */
export function visible({ companyId, restriction }: CompanyContext): Prisma.StaffWhereInput {
  const { staffId, branchIds } = restriction ?? { branchIds: [] };
  return {
    companyId,
    ...(staffId ? { id: staffId } : {}),
    ...(branchIds.length > 0 ? { AND: { staffBranches: { some: { branchId: { in: branchIds } } } } } : {}),
  };
}
