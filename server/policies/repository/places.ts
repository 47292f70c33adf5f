import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import type { PolicyScope } from "../schema";

export interface Place {
  scope: PolicyScope;
  id: string;
  name: string;
  /** Where somebody works; a branch is its own; none for what holds everywhere. */
  branchIds: string[];
}

/** What a policy may be set on, as people call it; what is archived is no place any more. */
export async function listPlaces(ctx: CompanyContext, ids?: readonly string[]): Promise<Place[]> {
  const companyId = ctx.companyId;
  const alive = { companyId, deletedAt: null, ...(ids && { id: { in: [...ids] } }) };
  const company = await db(ctx).company.findFirstOrThrow({ where: { id: companyId }, select: { name: true } });
  const branches = await db(ctx).branch.findMany({ where: alive, select: { id: true, name: true } });
  const services = await db(ctx).service.findMany({ where: alive, select: { id: true, name: true } });
  const staff = await db(ctx).staff.findMany({
    where: alive,
    select: { id: true, name: true, staffBranches: { select: { branchId: true } } },
  });
  return [
    { scope: "company", id: companyId, name: company.name, branchIds: [] },
    ...branches.map(({ id, name }) => ({ scope: "branch" as const, id, name, branchIds: [id] })),
    ...services.map(({ id, name }) => ({ scope: "service" as const, id, name, branchIds: [] })),
    ...staff.map(({ id, name, staffBranches }) => {
      return { scope: "staff" as const, id, name, branchIds: staffBranches.map(({ branchId }) => branchId) };
    }),
  ];
}
