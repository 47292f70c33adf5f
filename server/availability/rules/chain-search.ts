import { DAY, type LocalDate, MINUTE } from "@/server/core/time";
import { type Beginner, beginnersOf, widestRange } from "./beginners";
import type { BookableService, CalendarData } from "./calendar-data";
import { toCandidates } from "./candidate";
import { chainNeeds } from "./chain-needs";
import type { ChainWalk } from "./chain-walk";
import { type Interval, intersectIntervals, mergeIntervals, subtractIntervals } from "./interval";
import { type Link, timingOf } from "./links";
import { dayNumberOf, type LocalDay, localDays } from "./local-day";
import { patienceOf } from "./patience";
import { type Eligible, eligiblePeople } from "./people";
import { reachOf } from "./reach";
import { openTimes, type ScheduleWindow } from "./schedule";
import { shortagesOfLink } from "./shortages";
import type { SlotRequest } from "./slot";
import type { SlotGrid } from "./slot-grid";
import { ranking } from "./staff-choice";
import { usageOfResource } from "./usage";
import { workTimes } from "./work-times";
import { zoneClock } from "./zone-clock";

/** Somebody with whom the chain may begin, and when: days at their limit are taken out of what is bookable. */
interface StartableBeginner extends Beginner {
  startable: readonly Interval[];
}

/** A wished chain, with the people and the times that come into question. */
export interface ChainSearch extends ChainWalk {
  /** What was asked for, as far as it can matter to anybody. */
  asked: Interval;
  /** For each candidate of the first link. */
  beginners: readonly StartableBeginner[];
  opening: readonly Interval[];
  /** Asked only when nothing was found. */
  openingWithoutHolidays: () => readonly Interval[];
  days: readonly LocalDay[];
  grid: SlotGrid;
}

export interface ChainFacts {
  links: readonly Link[];
  data: CalendarData;
}

export function searchChain(request: SlotRequest, { links, data }: ChainFacts): ChainSearch {
  const people = eligiblePeople(links, data);
  const beginners = beginnersOf(request, { links, data, people: people[0] ?? [] });
  const { asked } = widestRange(beginners);
  const around = data.slotMode === "fit" ? DAY : 0;
  const extent = { from: asked.from - around, until: asked.until + longestChain(links, people) + around };
  const clock = zoneClock(data.zone, extent);
  const days = localDays(clock, extent);
  const window: ScheduleWindow = { clock, days, branchId: data.branchId };
  const opening = openTimes(data.opening, { ...window, holidays: new Set(data.holidays.map(dayNumberOf)) });
  const patience = patienceOf(request);
  const facts = {
    data,
    opening,
    days,
    patience,
    workTimes: workTimes(data, { opening, window }),
    stock: stockOf(data),
  };
  const candidates = links.map((link, nr) =>
    toCandidates(link, { people: people[nr] ?? [], facts: { ...facts, shortages: shortagesOfLink(link, facts) } }),
  );
  const full = fullDays(request, { links, days });
  return {
    asked,
    beginners: startableBeginners(beginners, full),
    links,
    candidates,
    reach: reachOf({ links, candidates }, ({ free }) => free),
    needs: chainNeeds({ links, candidates }, facts),
    patience,
    rankAt: ranking(candidates, { ...request, days }),
    days,
    opening,
    openingWithoutHolidays: () => openTimes(data.opening, window),
    grid: { clock, intervalMs: data.slotIntervalMinutes * MINUTE },
  };
}

/** For each candidate of the first link: where the chain could start, by everybody's time and by their own terms. */
export function startableReach({ reach, beginners }: ChainSearch): (readonly Interval[])[] {
  return (reach[0] ?? []).map((ranges, nr) => intersectIntervals(ranges, beginners[nr]?.startable ?? []));
}

/** Those who share a range share what is left of it. */
function startableBeginners(beginners: readonly Beginner[], full: readonly Interval[]): StartableBeginner[] {
  const left = new Map<Interval, readonly Interval[]>();
  return beginners.map((beginner) => {
    const startable = left.get(beginner.bookable) ?? subtractIntervals(mergeIntervals([beginner.bookable]), full);
    left.set(beginner.bookable, startable);
    return { ...beginner, startable };
  });
}

const stockOf = ({ resources = [] }: CalendarData) => resources.map(usageOfResource);

/** From the first start to the last end, with the slowest people and the longest waits. */
function longestChain(links: readonly Link[], people: readonly (readonly Eligible[])[]): number {
  return links.reduce((total, link, nr) => {
    const durations = (people[nr] ?? []).map(({ offer }) => timingOf(link, offer).durationMs);
    return total + link.waitMaxMs + Math.max(0, ...durations);
  }, 0);
}

/** Days on which one of the services can't be booked so often any more; a chain counts on the day on which it starts. */
function fullDays({ parts }: SlotRequest, { links, days }: { links: readonly Link[]; days: readonly LocalDay[] }) {
  const limited = new Map(
    links.filter(({ service }) => service.maxPerDay != null).map(({ service }) => [service.id, service]),
  );
  const full = [...limited.values()].map((service) => {
    const wanted = parts.filter(({ serviceId }) => serviceId === service.id).length;
    return isFull(service, wanted);
  });
  return mergeIntervals(days.filter(({ number }) => full.some((isFullOn) => isFullOn(number))));
}

function isFull({ maxPerDay, bookedPerDay }: BookableService, wanted: number): (day: number) => boolean {
  const booked = new Map(
    (Object.entries(bookedPerDay ?? {}) as [LocalDate, number][]).map(([date, count]) => [dayNumberOf(date), count]),
  );
  return (day) => (booked.get(day) ?? 0) + wanted > (maxPerDay ?? Infinity);
}
