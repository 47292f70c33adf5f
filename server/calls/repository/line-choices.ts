import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";

export async function listAgentRows(ctx: CompanyContext) {
  return db(ctx).retellAgent.findMany({
    where: { companyId: ctx.companyId },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}

export async function listNumberRows(ctx: CompanyContext) {
  const { branchIds } = ctx.restriction ?? { branchIds: [] };
  return db(ctx).phoneNumber.findMany({
    where: { companyId: ctx.companyId, ...(branchIds.length > 0 ? { branchId: { in: branchIds } } : {}) },
    select: { id: true, e164: true, branch: { select: { id: true, name: true } } },
    orderBy: { e164: "asc" },
  });
}
