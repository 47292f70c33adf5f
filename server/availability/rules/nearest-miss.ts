import type { UnbookableReason } from "../schema";
import type { CalendarData } from "./calendar-data";
import { type ChainSearch, startableReach } from "./chain-search";
import { chainSlots } from "./chain-slots";
import { relaxations } from "./relaxations";
import type { SlotRequest } from "./slot";
import { reasonNothingFits } from "./unbookable-reason";

interface Missed {
  search: ChainSearch;
  data: CalendarData;
}

/**
 * Why a search found nothing: the nearest miss counts, so the reason names what would have to change. First whatever
 * alone stands in the way beside time, then all of that together, then time itself.
 */
export function nearestMiss(request: SlotRequest, { search, data }: Missed): UnbookableReason {
  const obstacles = relaxations.filter(({ relax }) => relax(data) !== null);
  if (obstacles.length === 0) return reasonNothingFits(search, request);
  const alone = obstacles.find(({ relax }) => chainSlots(request, relax(data) ?? data).slots.length > 0);
  if (alone) return alone.reason;
  const bare = obstacles.reduce((relaxed, { relax }) => relax(relaxed) ?? relaxed, data);
  const found = chainSlots(request, bare);
  if (found.slots.length > 0)
    return (obstacles.find(({ reason }) => reason !== "off_grid") ?? obstacles[0])?.reason ?? "off_grid";
  const reason = reasonNothingFits(found.search, request);
  return reason === "off_grid" ? reasonOffGrid(request, { search: found.search, data }) : reason;
}

/** The first time off the grid: is it free of all other obstacles? */
function reasonOffGrid(request: SlotRequest, { search, data }: Missed): UnbookableReason {
  const firsts = startableReach(search).flatMap(([first]) => (first ? [first.from] : []));
  const from = firsts.length > 0 ? Math.min(...firsts) : request.from;
  const exact: SlotRequest = { ...request, from, until: from + 1, isExact: true };
  const found = chainSlots(exact, data);
  return found.slots.length > 0 ? "off_grid" : nearestMiss(exact, { search: found.search, data });
}
