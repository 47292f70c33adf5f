import type { EpochMs } from "@/server/core/time";
import type { CalendarData } from "./calendar-data";
import { type ChainSearch, searchChain, startableReach } from "./chain-search";
import { fittingStarts } from "./fit";
import { containsInterval, type Interval } from "./interval";
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
  const search = searchChain(request, { links, data });
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
  if (data.slotMode === "fit" && !request.isExact) return fittingStarts(search, data);
  const startable = startableReach(search);
  if (request.isExact) return startable.map((ranges) => exactStart(ranges, request));
  return startable.map((ranges) => gridStarts(ranges, search.grid));
}

function exactStart(ranges: readonly Interval[], { from }: SlotRequest): EpochMs[] {
  return containsInterval(ranges, { from, until: from + 1 }) ? [from] : [];
}
