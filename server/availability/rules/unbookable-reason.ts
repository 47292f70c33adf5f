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
  const working = reachOf(search, startsAtWork)[0] ?? [];
  const people = search.beginners.map((beginner, nr) => {
    return { ...beginner, working: working[nr] ?? [], free: search.reach[0]?.[nr] ?? [] };
  });
  const reason = reasonWithinRules(people, search) ?? reasonOutsideRules(people, request) ?? reasonOff(search);
  const isOfChain = reason === "fully_booked" || reason === "does_not_fit";
  return isOfChain && fitsLinkByLink(search) ? "chain_does_not_fit" : reason;
}

function startsAtWork({ windows, timing }: Candidate): readonly Interval[] {
  return startRanges({ windows, busy: [] }, timing);
}

/** Each link alone could be had, only not one after the other. */
function fitsLinkByLink({ links, candidates, beginners }: ChainSearch): boolean {
  if (links.length === 1) return false;
  const startable = beginners.flatMap((beginner) => beginner.startable);
  const first = Math.min(...startable.map(({ from }) => from));
  const last = Math.max(first, ...startable.map(({ until }) => until));
  return candidates.every((people) => people.some(({ free }) => reaches(free, { from: first, until: last })));
}

type Beginners = readonly PossibleStarts[];

/** When the chain could start with somebody: because they are at work, and because they are not taken either. */
interface PossibleStarts extends Pick<ChainSearch["beginners"][number], keyof BookableRange | "startable"> {
  working: readonly Interval[];
  free: readonly Interval[];
}

function reasonWithinRules(people: Beginners, { grid }: ChainSearch): UnbookableReason | null {
  const isOnGrid = people.some(({ working, startable }) => {
    return working.some((range) => gridStarts(intersectIntervals([range], startable), grid).length > 0);
  });
  if (isOnGrid) return "fully_booked";
  if (people.some(({ free, startable }) => startable.some((limit) => reaches(free, limit)))) return "off_grid";
  if (people.some(({ free, bookable }) => reaches(free, bookable))) return "daily_limit_reached";
  return people.some(({ working, bookable }) => reaches(working, bookable)) ? "fully_booked" : null;
}

/** Nobody could start where notice and horizon allow it; could somebody in what they cut off? */
function reasonOutsideRules(people: Beginners, { from, until, now }: SlotRequest): UnbookableReason | null {
  const tooSoon = ({ asked, noticeKeptFrom }: BookableRange) => {
    return { from: Math.max(from, now), until: Math.min(asked.until, noticeKeptFrom) };
  };
  if (people.some((one) => reaches(one.free, tooSoon(one)))) return "too_short_notice";
  if (people.some((one) => reaches(one.working, tooSoon(one)))) return "fully_booked";
  if (people.some(({ horizonEndsAt }) => until > horizonEndsAt)) return "beyond_horizon";
  const isOver = people.some(({ working, asked }) => reaches(working, { from: asked.from, until: now }));
  return isOver ? "in_the_past" : null;
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
