import type { EpochMs } from "@/server/core/time";
import { bookableRange } from "./bookable-range";
import type { CalendarData } from "./calendar-data";
import { type ChainSearch, searchChain } from "./chain-search";
import { containsInterval, intersectIntervals } from "./interval";
import { toLinks } from "./links";
import type { SlotRequest, SlotSearch } from "./slot";
import { gridStarts } from "./slot-grid";
import { slotForEachPerson, slotForEachStart } from "./slot-list";
import { reasonNobodyDoesIt, reasonNothingFits, reasonOfRange } from "./unbookable-reason";

/** Every bookable time of the asked range, or why there is none. */
export function findSlots(request: SlotRequest, data: CalendarData): SlotSearch {
  const links = toLinks(request, data);
  if (!links) return { slots: [], reason: "nobody_offers_it" };
  const services = links.map(({ service }) => service);
  const range = bookableRange({ ...request, zone: data.zone, services });
  const refusal = reasonNobodyDoesIt(request, { links, data }) ?? reasonOfRange(request, range);
  if (refusal) return { slots: [], reason: refusal };
  const search = searchChain(request, { links, range, data });
  const starts = (search.reach[0] ?? []).map((reach) => startsWithin(reach, { search, request }));
  const slots = request.perStaff ? slotForEachPerson(search, starts) : slotForEachStart(search, starts);
  return slots.length > 0 ? { slots } : { slots, reason: reasonNothingFits(search, request) };
}

interface Asked {
  search: ChainSearch;
  request: SlotRequest;
}

function startsWithin(reach: ChainSearch["startable"], { search, request }: Asked): EpochMs[] {
  const ranges = intersectIntervals(reach, search.startable);
  if (!request.isExact) return gridStarts(ranges, search.grid);
  return containsInterval(ranges, { from: request.from, until: request.from + 1 }) ? [request.from] : [];
}
