import { bookableRange } from "./bookable-range";
import type { CalendarData } from "./calendar-data";
import { intersectIntervals } from "./interval";
import { searchPart } from "./part-search";
import type { Slot, SlotRequest, SlotSearch } from "./slot";
import { gridStarts } from "./slot-grid";
import { slotForEachPerson, slotForEachStart } from "./slot-list";
import { reasonNobodyDoesIt, reasonNothingFits, reasonOfRange } from "./unbookable-reason";

/**
 * Every bookable time of the asked range, or why there is none.
 * A chain of parts belongs here: one search for each part, whose candidates' possible starts are joined before the grid.
 */
export function findSlots(request: SlotRequest, data: CalendarData): SlotSearch {
  const [part] = request.parts;
  const service = data.services.find(({ id }) => id === part.serviceId);
  if (!service) return { slots: [], reason: "nobody_offers_it" };
  const range = bookableRange({ ...request, zone: data.zone, service });
  const refusal = reasonNobodyDoesIt(part, data) ?? reasonOfRange(request, range);
  if (refusal) return { slots: [], reason: refusal };
  const search = searchPart({ part, service, range }, data);
  const starts = search.candidates.map(({ free }) =>
    gridStarts(intersectIntervals(free, search.startable), search.grid),
  );
  const slots: Slot[] = request.perStaff
    ? slotForEachPerson(search, starts)
    : slotForEachStart(search, { ...request, starts });
  return slots.length > 0 ? { slots } : { slots, reason: reasonNothingFits(search, request) };
}
