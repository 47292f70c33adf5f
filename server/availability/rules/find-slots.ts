import type { EpochMs } from "@/server/core/time";
import { bookableRange } from "./bookable-range";
import type { CalendarData } from "./calendar-data";
import type { Candidate } from "./candidate";
import { containsInterval, intersectIntervals } from "./interval";
import { type PartSearch, searchPart } from "./part-search";
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
  const starts = search.candidates.map((candidate) => startsOf(candidate, { search, request }));
  const slots: Slot[] = request.perStaff
    ? slotForEachPerson(search, starts)
    : slotForEachStart(search, { ...request, starts });
  return slots.length > 0 ? { slots } : { slots, reason: reasonNothingFits(search, request) };
}

function startsOf({ free }: Candidate, { search, request }: { search: PartSearch; request: SlotRequest }): EpochMs[] {
  const { startable, grid } = search;
  const ranges = intersectIntervals(free, startable);
  if (!request.isExact) return gridStarts(ranges, grid);
  return containsInterval(ranges, { from: request.from, until: request.from + 1 }) ? [request.from] : [];
}
