import type { CompanyContext } from "@/server/core/context";
import { appClient, db } from "@/server/core/db";
import type { BranchView, CompanyView } from "./schema";

export function findBranches(ctx: CompanyContext): Promise<BranchView[]> {
  const branchIds = ctx.restriction?.branchIds ?? [];
  const own = branchIds.length > 0 ? { id: { in: branchIds } } : {};
  return db(ctx).branch.findMany({
    where: { companyId: ctx.companyId, isActive: true, deletedAt: null, ...own },
    select: { id: true, name: true, timezone: true, phone: true, isDefault: true },
    orderBy: [{ isDefault: "desc" }, { name: "asc" }],
  });
}

export function findCompany(ctx: CompanyContext): Promise<CompanyView | null> {
  const address = { email: true, phone: true, website: true };
  return db(ctx).company.findUnique({
    where: { id: ctx.companyId },
    select: {
      id: true,
      name: true,
      industry: true,
      timezone: true,
      locale: true,
      country: true,
      currency: true,
      ...address,
    },
  });
}

/** Without a company of its own: the door function names no more than the ids. */
export async function findActiveCompanyIds(): Promise<string[]> {
  const rows = await appClient().$queryRaw<{ id: string }[]>`SELECT id FROM list_active_company_ids() AS active (id)`;
  return rows.map(({ id }) => id);
}
