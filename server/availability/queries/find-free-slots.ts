import { type CompanyContext, requireOwnBranch, requireOwnStaff } from "@/server/core/context";
import type { FindFreeSlotsInput, FreeSlots, WishedService } from "../schema";
import { toFreeSlot } from "../views";
import { searchSlots } from "./search-slots";

/** What may be wanted besides the service itself. */
interface Together {
  followedBy?: WishedService[] | null | undefined;
  sameStaff?: boolean | undefined;
  maxWaitMinutes?: number | undefined;
}

/** The starts a person may click: for one staff member or anybody, with the reason when there are none. */
export async function findFreeSlots(ctx: CompanyContext, input: FindFreeSlotsInput & Together): Promise<FreeSlots> {
  requireOwnBranch(ctx, input.branchId);
  const { slots, reason, calendar } = await searchSlots(ctx, {
    ...input,
    staffId: requireOwnStaff(ctx, input.staffId),
    followedBy: input.followedBy?.map((part) => ({ ...part, staffId: requireOwnStaff(ctx, part.staffId) })) ?? null,
  });
  const zone = input.timezone ?? calendar.zone;
  return { slots: slots.map((slot) => toFreeSlot(slot, { calendar, zone })), reason, timezone: zone };
}
