import { type CompanyContext, requireOwnBranch } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { countServices as count, countWithoutStaff, listCategories } from "../repository/list";
import type { ServiceCounts } from "../schema/view";

/** How many services there are, and which categories they stand in. */
export async function countServices(
  ctx: CompanyContext,
  { branchId }: { branchId?: string | undefined } = {},
): Promise<ServiceCounts> {
  if (branchId) requireOwnBranch(ctx, branchId);
  return transact(ctx, async (tx) => ({
    active: await count(tx, { status: "active", branchId }),
    inactive: await count(tx, { status: "inactive", branchId }),
    archived: await count(tx, { status: "archived", branchId }),
    withoutStaff: await countWithoutStaff(tx, { branchId }),
    categories: await listCategories(tx),
  }));
}
