import type { UnbookableReason } from "../schema";
import type { BookableRange } from "./bookable-range";
import type { CalendarData } from "./calendar-data";
import type { Candidate } from "./candidate";
import type { ChainSearch } from "./chain-search";
import { type Interval, intersectIntervals } from "./interval";
import type { Link } from "./links";
import { ablePeople, eligiblePeople } from "./people";
import { reachOf } from "./reach";
import type { SlotRequest } from "./slot";
import { gridStarts } from "./slot-grid";
import { startRanges } from "./start-ranges";

interface Offered {
  links: readonly Link[];
  data: CalendarData;
}

/** Whether anybody, and the one who is wanted, does this at all. */
export function reasonNobodyDoesIt({ parts }: SlotRequest, { links, data }: Offered): UnbookableReason | null {
  const done = links.filter((link) => !link.isStaffFree || !link.isCarried);
  if (done.some((link) => ablePeople(link, data).length === 0)) return "nobody_offers_it";
  const people = eligiblePeople(links, data);
  const doesPart = (staffId: string, part: number) =>
    links.some((link, nr) => {
      const isTheirs = people[nr]?.some(({ index }) => data.staff[index]?.id === staffId);
      return link.part === part && !link.isStaffFree && isTheirs;
    });
  const isRefused = parts.some(({ staffId }, part) => staffId && !doesPart(staffId, part));
  if (isRefused) return "staff_does_not_offer_it";
  return people.some((eligible) => eligible.length === 0) ? "nobody_offers_it" : null;
}

/** What the asked range says before any calendar is looked at. */
export function reasonOfRange({ from, until, now }: SlotRequest, range: BookableRange): UnbookableReason | null {
  if (until <= from) return "empty_range";
  if (until <= now) return "in_the_past";
  return from >= range.horizonEndsAt ? "beyond_horizon" : null;
}

/** Why there is no time for a chain: taken, against the rules, too long, nobody at work, or closed. */
export function reasonNothingFits(search: ChainSearch, request: SlotRequest): UnbookableReason {
  const times = { working: reachOf(search, startsAtWork)[0]?.flat() ?? [], free: search.reach[0]?.flat() ?? [] };
  const reason =
    reasonWithinRules(search, times) ?? reasonOutsideRules(search, { ...request, ...times }) ?? reasonOff(search);
  const isOfChain = reason === "fully_booked" || reason === "does_not_fit";
  return isOfChain && fitsLinkByLink(search) ? "chain_does_not_fit" : reason;
}

function startsAtWork({ windows, timing }: Candidate): readonly Interval[] {
  return startRanges({ windows, busy: [] }, timing);
}

/** Each link alone could be had, only not one after the other. */
function fitsLinkByLink({ links, candidates, startable }: ChainSearch): boolean {
  if (links.length === 1) return false;
  const first = startable[0]?.from ?? Infinity;
  const last = startable.at(-1)?.until ?? first;
  return candidates.every((people) => people.some(({ free }) => reaches(free, { from: first, until: last })));
}

/** Every candidate's possible starts, one list behind the other. */
interface PossibleStarts {
  working: readonly Interval[];
  free: readonly Interval[];
}

function reasonWithinRules(search: ChainSearch, { working, free }: PossibleStarts): UnbookableReason | null {
  const { startable, bookable, grid } = search;
  const isOnGrid = working.some((range) => gridStarts(intersectIntervals([range], startable), grid).length > 0);
  if (isOnGrid) return "fully_booked";
  if (startable.some((limit) => reaches(free, limit))) return "off_grid";
  if (reaches(free, bookable)) return "daily_limit_reached";
  return reaches(working, bookable) ? "fully_booked" : null;
}

/** Nobody could start where notice and horizon allow it; could somebody in what they cut off? */
function reasonOutsideRules(search: ChainSearch, request: SlotRequest & PossibleStarts): UnbookableReason | null {
  const { from, until, now, working, free } = request;
  const tooSoon = { from: Math.max(from, now), until: Math.min(search.asked.until, search.noticeKeptFrom) };
  if (reaches(free, tooSoon)) return "too_short_notice";
  if (reaches(working, tooSoon)) return "fully_booked";
  if (until > search.horizonEndsAt) return "beyond_horizon";
  return reaches(working, { from: search.asked.from, until: now }) ? "in_the_past" : null;
}

/** Nobody could start at all: at work for too short a time, not at work, or closed. */
function reasonOff({ candidates, opening, openingWithoutHolidays, asked }: ChainSearch): UnbookableReason {
  if (candidates[0]?.some(({ windows }) => reaches(windows, asked))) return "does_not_fit";
  if (reaches(opening, asked)) return "staff_absent";
  return reaches(openingWithoutHolidays(), asked) ? "holiday" : "closed";
}

function reaches(ranges: readonly Interval[], limit: Interval): boolean {
  return ranges.some(({ from, until }) => Math.max(from, limit.from) < Math.min(until, limit.until));
}
