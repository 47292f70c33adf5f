import { type CompanyContext, requireOwnBranch, requireOwnStaff } from "@/server/core/context";
import type { FindFreeSlotsInput, FreeSlots } from "../schema";
import { searchSlots } from "./search-slots";

/** The starts a person may click: for one staff member or anybody, with the reason when there are none. */
export async function findFreeSlots(ctx: CompanyContext, input: FindFreeSlotsInput): Promise<FreeSlots> {
  requireOwnBranch(ctx, input.branchId);
  const { slots, reason, calendar } = await searchSlots(ctx, {
    ...input,
    staffId: requireOwnStaff(ctx, input.staffId),
  });
  return {
    slots: slots.map((slot) => ({
      startsAt: new Date(slot.startsAt),
      endsAt: new Date(slot.endsAt),
      staffId: slot.staffId,
      staffName: calendar.staffNames[slot.staffId] ?? "",
      priceCents: slot.priceCents,
    })),
    reason,
    timezone: calendar.zone,
  };
}
