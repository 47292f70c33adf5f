import { type CompanyContext, requireOwnBranch } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { listGroups } from "../repository/groups";
import type { ResourceGroupView } from "../schema";
import { toGroupView } from "../views";

/** The groups with what belongs to each. */
export async function listResourceGroups(
  ctx: CompanyContext,
  query: { branchId?: string | undefined } = {},
): Promise<ResourceGroupView[]> {
  if (query.branchId) requireOwnBranch(ctx, query.branchId);
  return transact(ctx, async (tx) => (await listGroups(tx, query)).map(toGroupView));
}
