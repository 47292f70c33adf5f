import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { findBranches, findRows, findStaff } from "../repository";
import type { HoursView, ListHoursInput } from "../schema";
import { toHoursView } from "../views";

/**
 * The weeks of all branches, then of everybody: what they work everywhere, and, where they work in several branches, what
 * differs in each. Whoever sees only their own gets their own.
 */
export async function listHours(ctx: CompanyContext, input: ListHoursInput): Promise<HoursView[]> {
  return transact(ctx, async (tx) => {
    const branches = input.staffId ? [] : await findBranches(tx, input);
    const staff = await findStaff(tx, input);
    const rows = await findRows(tx, { branchIds: branches.map(({ id }) => id), staffIds: staff.map(({ id }) => id) });
    const ofBranch = (id: string) => rows.filter((row) => row.staffId === null && row.branchId === id);
    const ofStaff = (id: string, branchId: string | null) =>
      rows.filter((row) => row.staffId === id && row.branchId === branchId);
    return [
      ...branches.map(({ id, name, timezone }) =>
        toHoursView({ branchId: id, staffId: null, name, timezone }, ofBranch(id)),
      ),
      ...staff.flatMap(({ id, name, homeBranch, staffBranches }) => {
        const places = staffBranches.filter(
          ({ branchId }) => staffBranches.length > 1 || ofStaff(id, branchId).length > 0,
        );
        return [
          toHoursView({ branchId: null, staffId: id, name, timezone: homeBranch.timezone }, ofStaff(id, null)),
          ...places.map(({ branchId, branch }) =>
            toHoursView({ branchId, staffId: id, name, timezone: branch.timezone }, ofStaff(id, branchId)),
          ),
        ];
      }),
    ];
  });
}
