import { type CompanyContext, requireOwnBranch, requireOwnStaff } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { addDays, fromWall, toLocal, toOffsetIso } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import { listBranches } from "@/server/tenancy/queries/list-branches";
import type { DaySlots, FindDaySlotsInput } from "../schema";
import { searchSlots } from "./search-slots";

/** The free times of one day by the clock of the branch, the company's first branch unless another is named. */
export async function findDaySlots(ctx: CompanyContext, input: FindDaySlotsInput): Promise<DaySlots> {
  return transact(ctx, async (tx) => {
    const branches = await listBranches(tx);
    const branch = input.branchId ? branches.find(({ id }) => id === input.branchId) : branches[0];
    if (!branch) throw notFound("branch");
    requireOwnBranch(tx, branch.id);
    const midnight = (days: number) => new Date(fromWall(branch.timezone, addDays(input.date, days), 0));
    const { date: _, ...wanted } = input;
    const { slots, calendar } = await searchSlots(tx, {
      ...wanted,
      ...{ branchId: branch.id, from: midnight(0), until: midnight(1) },
      staffId: requireOwnStaff(tx, input.staffId),
    });
    const wall = (at: number) => toLocal(calendar.zone, at).time;
    return {
      available: slots.length > 0,
      slots: slots.map(({ startsAt, endsAt, staffId }) => ({
        start: wall(startsAt),
        end: wall(endsAt),
        startsAt: toOffsetIso(calendar.zone, startsAt),
        staffId,
      })),
    };
  });
}
