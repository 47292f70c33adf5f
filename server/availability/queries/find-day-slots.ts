import { type CompanyContext, requireOwnStaff } from "@/server/core/context";
import { toLocal, toOffsetIso } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import type { DaySlots, FindDaySlotsInput } from "../schema";
import { dayOf } from "./day-of";
import { searchSlots } from "./search-slots";

/** The free times of one day, in the company's first branch unless another is named. */
export async function findDaySlots(ctx: CompanyContext, input: FindDaySlotsInput): Promise<DaySlots> {
  return transact(ctx, async (tx) => {
    const { zone, ...day } = await dayOf(tx, input);
    const { date: _, timezone: __, ...wanted } = input;
    const { slots, reason, calendar } = await searchSlots(tx, {
      ...wanted,
      ...day,
      staffId: requireOwnStaff(tx, input.staffId),
    });
    const wall = (at: number) => toLocal(zone, at).time;
    return {
      available: slots.length > 0,
      reason,
      currency: calendar.currency,
      slots: slots.map(({ startsAt, endsAt, staffId, priceCents }) => ({
        start: wall(startsAt),
        end: wall(endsAt),
        startsAt: toOffsetIso(zone, startsAt),
        staffId,
        priceCents,
      })),
    };
  });
}
