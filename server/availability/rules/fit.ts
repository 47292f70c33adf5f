import { type EpochMs, MINUTE } from "@/server/core/time";
import type { CalendarData, StaffCalendar } from "./calendar-data";
import type { Candidate } from "./candidate";
import type { ChainSearch } from "./chain-search";
import { completeChain, type FoundChain, type Placed } from "./chain-walk";
import { containsInterval, firstEndingAfter, type Interval, subtractIntervals } from "./interval";
import { gridStarts } from "./slot-grid";

/**
 * Only those starts, for each candidate of the first link, that leave no gap that nobody could use: before the chain in
 * its first person's free time, and behind it in its last person's. A gap is of no use when it is shorter than the
 * shortest service of that person, as far as this search knows. Where each start of a free stretch leaves such a gap,
 * those that waste least are offered, so that a stretch never closes because of this rule.
 */
export function fittingStarts(search: ChainSearch, data: CalendarData): EpochMs[][] {
  const freeTimes = freeTimesOf();
  return (search.candidates[0] ?? []).map((candidate, nr) => {
    const stretches = new Map<number, Start[]>();
    for (const startsAt of gridStarts(search.reach[0]?.[nr] ?? [], search.grid)) {
      const chain = completeChain(search, { candidate, startsAt });
      if (!chain) continue;
      const stretch = firstEndingAfter(freeTimes(candidate), startsAt);
      const start = { startsAt, wastedMs: wastedBy(chain, { freeTimes, data }) };
      stretches.set(stretch, [...(stretches.get(stretch) ?? []), start]);
    }
    return [...stretches.values()]
      .flatMap(thriftiest)
      .filter((startsAt) => isWithin(search.beginners[nr]?.startable ?? [], startsAt));
  });
}

interface Start {
  startsAt: EpochMs;
  wastedMs: number;
}

function thriftiest(starts: readonly Start[]): EpochMs[] {
  const least = Math.min(...starts.map(({ wastedMs }) => wastedMs));
  return starts.filter(({ wastedMs }) => wastedMs === least).map(({ startsAt }) => startsAt);
}

function isWithin(list: readonly Interval[], at: EpochMs): boolean {
  return containsInterval(list, { from: at, until: at + 1 });
}

type FreeTimes = (candidate: Candidate) => readonly Interval[];

/** At work and not taken. */
function freeTimesOf(): FreeTimes {
  const known = new Map<Candidate, readonly Interval[]>();
  return (candidate) => {
    const free = known.get(candidate) ?? subtractIntervals(candidate.windows, candidate.busy);
    known.set(candidate, free);
    return free;
  };
}

/** The time of no use that is left before and behind the chain. */
function wastedBy({ placed }: FoundChain, { freeTimes, data }: { freeTimes: FreeTimes; data: CalendarData }): number {
  const [first, last] = [placed[0] as Placed, placed.at(-1) as Placed];
  const before = stretchAround(first, freeTimes);
  const behind = stretchAround(last, freeTimes);
  const gapBefore = before ? first.startsAt - first.link.bufferBeforeMs - before.from : 0;
  const gapBehind = behind ? behind.until - last.endsAt - last.link.bufferAfterMs : 0;
  return (
    useless(gapBefore, { staff: first.candidate.staff, data }) +
    useless(gapBehind, { staff: last.candidate.staff, data })
  );
}

function stretchAround({ candidate, startsAt }: Placed, freeTimes: FreeTimes): Interval | null {
  const stretch = freeTimes(candidate)[firstEndingAfter(freeTimes(candidate), startsAt)];
  return stretch && stretch.from <= startsAt ? stretch : null;
}

function useless(gap: number, { staff, data }: { staff: StaffCalendar; data: CalendarData }): number {
  return gap > 0 && gap < shortestService(staff, data) ? gap : 0;
}

function shortestService({ offers }: StaffCalendar, { services, slotIntervalMinutes }: CalendarData): number {
  const known = offers.flatMap(({ serviceId, durationMinutes }) => {
    const minutes = durationMinutes ?? services.find(({ id }) => id === serviceId)?.durationMinutes;
    return minutes ? [minutes] : [];
  });
  return (known.length > 0 ? Math.min(...known) : slotIntervalMinutes) * MINUTE;
}
