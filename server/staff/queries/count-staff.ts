import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { countBookable, countProfileRows } from "../repository/profiles";
import type { StaffCount } from "../schema";

/** How many work here, how many of them take appointments, and how many have gone. */
export async function countStaff(
  ctx: CompanyContext,
  { branchId }: { branchId?: string | undefined },
): Promise<StaffCount> {
  return transact(ctx, async (tx) => {
    const here = branchId ? { branchId } : {};
    return {
      active: await countProfileRows(tx, { ...here, status: "active" }),
      bookable: await countBookable(tx, { ...here, status: "active" }),
      archived: await countProfileRows(tx, { ...here, status: "archived" }),
    };
  });
}
