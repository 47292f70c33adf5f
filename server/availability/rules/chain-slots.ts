import type { EpochMs } from "@/server/core/time";
import { bookableRange } from "./bookable-range";
import type { CalendarData } from "./calendar-data";
import { type ChainSearch, searchChain } from "./chain-search";
import { fittingStarts } from "./fit";
import { containsInterval, type Interval, intersectIntervals } from "./interval";
import { toLinks } from "./links";
import type { Slot, SlotRequest } from "./slot";
import { gridStarts } from "./slot-grid";
import { slotForEachPerson, slotForEachStart } from "./slot-list";

export interface ChainSlots {
  slots: Slot[];
  search: ChainSearch;
}

/** Every time at which the wished chain can begin, of services that the calendar knows. */
export function chainSlots(request: SlotRequest, data: CalendarData): ChainSlots {
  const links = toLinks(request, data) ?? [];
  const range = bookableRange({ ...request, zone: data.zone, services: links.map(({ service }) => service) });
  const search = searchChain(request, { links, range, data });
  const starts = startsOfEach(search, { request, data });
  const slots = request.perStaff ? slotForEachPerson(search, starts) : slotForEachStart(search, starts);
  return { slots, search };
}

interface Asked {
  request: SlotRequest;
  data: CalendarData;
}

/** For each candidate of the first link. */
function startsOfEach(search: ChainSearch, { request, data }: Asked): EpochMs[][] {
  const reach = search.reach[0] ?? [];
  if (request.isExact) return reach.map((ranges) => exactStart(intersectIntervals(ranges, search.startable), request));
  if (data.slotMode === "fit") return fittingStarts(search, data);
  return reach.map((ranges) => gridStarts(intersectIntervals(ranges, search.startable), search.grid));
}

function exactStart(ranges: readonly Interval[], { from }: SlotRequest): EpochMs[] {
  return containsInterval(ranges, { from, until: from + 1 }) ? [from] : [];
}
