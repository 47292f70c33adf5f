import { beginnersOf, type WishedLinks, widestRange } from "./beginners";
import type { CalendarData } from "./calendar-data";
import { chainSlots } from "./chain-slots";
import { findSessions } from "./find-sessions";
import { toLinks } from "./links";
import { nearestMiss } from "./nearest-miss";
import { isOver } from "./patience";
import { eligiblePeople } from "./people";
import type { SlotRequest, SlotSearch } from "./slot";
import { reasonNobodyDoesIt, reasonOfRange } from "./unbookable-reason";

/** Every bookable time of the asked range, or why there is none; those that it found, where there is too much to try. */
export function findSlots(request: SlotRequest, data: CalendarData): SlotSearch {
  const links = toLinks(request, data);
  if (!links) return { slots: [], reason: "nobody_offers_it" };
  if (links.some(({ service }) => (service.capacity ?? 1) > 1)) return findSessions(request, { links, data });
  const refusal =
    reasonNobodyDoesIt(request, { links, data }) ?? reasonOfRange(request, rangeOf(request, { links, data }));
  if (refusal) return { slots: [], reason: refusal };
  const { slots, search } = chainSlots(request, data);
  if (isOver(search.patience)) return { slots, reason: "too_complex" };
  return slots.length > 0 ? { slots } : { slots, reason: nearestMiss(request, { search, data }) };
}

function rangeOf(request: SlotRequest, wished: WishedLinks) {
  const [people = []] = eligiblePeople(wished.links, wished.data);
  return widestRange(beginnersOf(request, { ...wished, people }));
}
