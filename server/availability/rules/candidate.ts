import type { StaffCalendar, StaffOffer } from "./calendar-data";
import { type Interval, mergeIntervals, subtractIntervals } from "./interval";
import { type Link, timingOf } from "./links";
import type { LocalDay } from "./local-day";
import type { Eligible } from "./people";
import { startRanges, type Timing } from "./start-ranges";
import type { WorkTimes } from "./work-times";
import { hasLimit, isWithinWorkingTime } from "./working-time";

/** Somebody who could do a link, with the time they have for it. */
export interface Candidate {
  /** The person's place in the calendar's list. */
  index: number;
  staff: StaffCalendar;
  offer: StaffOffer | null;
  timing: Timing;
  /** Merged. */
  busy: readonly Interval[];
  /** At work, or the branch's opening for a link that only has to be looked after. */
  windows: readonly Interval[];
  /** Where the link could start, were it the only one. */
  free: readonly Interval[];
}

export interface CandidateFacts {
  opening: readonly Interval[];
  days: readonly LocalDay[];
  workTimes: WorkTimes;
  /** When nobody could do the link, for want of rooms or of further people. */
  shortages: readonly Interval[];
}

export function toCandidates(link: Link, { people, facts }: { people: readonly Eligible[]; facts: CandidateFacts }) {
  return people.map((one) => toCandidate(link, { ...one, ...facts }));
}

function toCandidate(link: Link, facts: Eligible & CandidateFacts): Candidate {
  const { index, offer, opening, days, shortages } = facts;
  const { staff, windows: atWork, busy } = facts.workTimes(index);
  const timing = timingOf(link, offer);
  const windows = link.isStaffFree && link.isCarried ? opening : atWork;
  const taken = link.isStaffFree ? [] : busy;
  const free = startRanges(
    { windows, busy: shortages.length ? mergeIntervals([...taken, ...shortages]) : taken },
    timing,
  );
  const candidate = { index, staff, offer, timing, busy, windows };
  if (link.isStaffFree || !hasLimit(staff)) return { ...candidate, free };
  const exhausted = days.filter((day) => !isWithinWorkingTime(staff, [{ day: day.number, ms: timing.durationMs }]));
  return { ...candidate, free: subtractIntervals(free, mergeIntervals(exhausted)) };
}
