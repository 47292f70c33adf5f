import type { UnbookableReason } from "../schema";
import type { BookableRange } from "./bookable-range";
import type { CalendarData } from "./calendar-data";
import { offeringStaff } from "./candidate";
import { type Interval, intersectIntervals } from "./interval";
import type { PartSearch } from "./part-search";
import type { SlotPart, SlotRequest } from "./slot";
import { gridStarts } from "./slot-grid";
import { startRanges } from "./start-ranges";

/** Whether anybody, and the one who is wanted, does this at all. */
export function reasonNobodyDoesIt(part: SlotPart, data: CalendarData): UnbookableReason | null {
  const offering = offeringStaff(part, data);
  if (offering.length === 0) return "nobody_offers_it";
  const isWantedThere = !part.staffId || offering.some(({ staff }) => staff.id === part.staffId);
  return isWantedThere ? null : "staff_does_not_offer_it";
}

/** What the asked range says before any calendar is looked at. */
export function reasonOfRange({ from, until, now }: SlotRequest, range: BookableRange): UnbookableReason | null {
  if (until <= from) return "empty_range";
  if (until <= now) return "in_the_past";
  return from >= range.horizonEndsAt ? "beyond_horizon" : null;
}

/** Why a search found nothing: the nearest miss counts, so the reason names what would have to change. */
export function reasonNothingFits(search: PartSearch, request: SlotRequest): UnbookableReason {
  const working = search.candidates.flatMap(({ windows, timing }) => startRanges({ windows, busy: [] }, timing));
  const free = search.candidates.flatMap((candidate) => candidate.free);
  const times = { working, free };
  return reasonWithinRules(search, times) ?? reasonOutsideRules(search, { ...request, ...times }) ?? reasonOff(search);
}

/** Every candidate's possible starts, one list behind the other. */
interface PossibleStarts {
  working: readonly Interval[];
  free: readonly Interval[];
}

function reasonWithinRules(search: PartSearch, { working, free }: PossibleStarts): UnbookableReason | null {
  const { startable, bookable, grid } = search;
  const isOnGrid = working.some((range) => gridStarts(intersectIntervals([range], startable), grid).length > 0);
  if (isOnGrid) return "fully_booked";
  if (startable.some((limit) => reaches(free, limit))) return "off_grid";
  if (reaches(free, bookable)) return "daily_limit_reached";
  return reaches(working, bookable) ? "fully_booked" : null;
}

/** Nobody could start where notice and horizon allow it; could somebody in what they cut off? */
function reasonOutsideRules(search: PartSearch, request: SlotRequest & PossibleStarts): UnbookableReason | null {
  const { from, until, now, working, free } = request;
  const tooSoon = { from: Math.max(from, now), until: Math.min(search.asked.until, search.noticeKeptFrom) };
  if (reaches(free, tooSoon)) return "too_short_notice";
  if (reaches(working, tooSoon)) return "fully_booked";
  if (until > search.horizonEndsAt) return "beyond_horizon";
  return reaches(working, { from: search.asked.from, until: now }) ? "in_the_past" : null;
}

/** Nobody could start at all: at work for too short a time, not at work, or closed. */
function reasonOff({ candidates, opening, openingWithoutHolidays, asked }: PartSearch): UnbookableReason {
  if (candidates.some(({ windows }) => reaches(windows, asked))) return "does_not_fit";
  if (reaches(opening, asked)) return "staff_absent";
  return reaches(openingWithoutHolidays(), asked) ? "holiday" : "closed";
}

function reaches(ranges: readonly Interval[], limit: Interval): boolean {
  return ranges.some(({ from, until }) => Math.max(from, limit.from) < Math.min(until, limit.until));
}
