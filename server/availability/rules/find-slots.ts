import { bookableRange } from "./bookable-range";
import type { CalendarData } from "./calendar-data";
import { chainSlots } from "./chain-slots";
import { findSessions } from "./find-sessions";
import { toLinks } from "./links";
import { nearestMiss } from "./nearest-miss";
import type { SlotRequest, SlotSearch } from "./slot";
import { reasonNobodyDoesIt, reasonOfRange } from "./unbookable-reason";

/** Every bookable time of the asked range, or why there is none. */
export function findSlots(request: SlotRequest, data: CalendarData): SlotSearch {
  const links = toLinks(request, data);
  if (!links) return { slots: [], reason: "nobody_offers_it" };
  const services = links.map(({ service }) => service);
  const range = bookableRange({ ...request, zone: data.zone, services });
  const isClass = services.some(({ capacity }) => (capacity ?? 1) > 1);
  const refusal = (isClass ? null : reasonNobodyDoesIt(request, { links, data })) ?? reasonOfRange(request, range);
  if (refusal) return { slots: [], reason: refusal };
  if (isClass) return findSessions(request, { services, range, data });
  const { slots, search } = chainSlots(request, data);
  return slots.length > 0 ? { slots } : { slots, reason: nearestMiss(request, { search, data }) };
}
