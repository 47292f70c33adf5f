import { type CompanyContext, requireOwnStaff } from "@/server/core/context";
import { MINUTE, toLocal, toOffsetIso } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import { dayOf } from "../../queries/day-of";
import { searchSlots } from "../../queries/search-slots";
import { wishOfParts } from "../../rules/wished-parts";
import { toSegments } from "../../views";
import type { CompositeSlots, FindCompositeSlotsInput } from "../schema";

/** The starts of a day at which several services fit one behind the other, with who does what when. */
export async function findCompositeSlots(ctx: CompanyContext, input: FindCompositeSlotsInput): Promise<CompositeSlots> {
  return transact(ctx, async (tx) => {
    const { zone, ...day } = await dayOf(tx, input);
    const toPart = ({ serviceId, duration, staffId }: FindCompositeSlotsInput["services"][number]) => {
      return { serviceId, durationMinutes: duration, staffId: requireOwnStaff(tx, staffId ?? input.staffId) };
    };
    const [first, ...others] = input.services.map(toPart);
    if (!first) return { available: false, totalDuration: 0, reason: "empty_range", slots: [] };
    const { sameStaff, maxWaitMinutes } = input;
    const wish = { ...wishOfParts([first, ...others]), sameStaff, maxWaitMinutes };
    const { slots, reason, calendar } = await searchSlots(tx, { ...wish, ...day });
    const lengths = slots.map(({ startsAt, endsAt }) => (endsAt - startsAt) / MINUTE);
    const clock = (at: Date | number) => toLocal(zone, Number(at)).time;
    const exact = (at: Date | number) => toOffsetIso(zone, Number(at));
    return {
      available: slots.length > 0,
      totalDuration: slots.length > 0 ? Math.min(...lengths) : ownLength(input, calendar.services),
      reason,
      slots: slots.map((slot) => ({
        start: clock(slot.startsAt),
        end: clock(slot.endsAt),
        startsAt: exact(slot.startsAt),
        priceCents: slot.priceCents,
        segments: toSegments(slot, calendar).map(({ serviceId, name, staffId, startsAt, endsAt }) => {
          return { serviceId, name, staffId, start: clock(startsAt), end: clock(endsAt), startsAt: exact(startsAt) };
        }),
      })),
    };
  });
}

/** Without a slot: what the services take by themselves. */
function ownLength(
  { services }: FindCompositeSlotsInput,
  known: readonly { id: string; durationMinutes: number }[],
): number {
  return services.reduce((sum, { serviceId, duration }) => {
    return sum + (duration ?? known.find(({ id }) => id === serviceId)?.durationMinutes ?? 0);
  }, 0);
}
