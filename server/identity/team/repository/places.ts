import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";

export interface Named {
  id: string;
  name: string;
}

/** The company's branches, closed ones too: somebody may still be bound to one. */
export function listBranchNames(ctx: CompanyContext): Promise<(Named & { isOpen: boolean })[]> {
  return db(ctx)
    .branch.findMany({
      where: { companyId: ctx.companyId },
      select: { id: true, name: true, isActive: true, deletedAt: true },
      orderBy: [{ isDefault: "desc" }, { name: "asc" }],
    })
    .then((rows) =>
      rows.map(({ isActive, deletedAt, ...branch }) => ({ ...branch, isOpen: isActive && deletedAt === null })),
    );
}

/** Who can be named as somebody's staff member; with branches, those who work in one of them. */
export function listStaffNames(ctx: CompanyContext, branchIds: readonly string[] = []): Promise<Named[]> {
  return db(ctx).staff.findMany({
    where: {
      companyId: ctx.companyId,
      isActive: true,
      deletedAt: null,
      ...(branchIds.length > 0 ? { staffBranches: { some: { branchId: { in: [...branchIds] } } } } : {}),
    },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}

/** Keeps a company's own role from being deleted until the transaction ends. */
export async function holdRole(ctx: CompanyContext, roleId: string): Promise<void> {
  await db(ctx).$queryRaw`
    SELECT id FROM roles WHERE id = ${roleId}::uuid AND company_id = ${ctx.companyId}::uuid FOR KEY SHARE`;
}
