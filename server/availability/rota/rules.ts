import { DAY } from "@/server/core/time";
import { type Interval, intersectIntervals, mergeIntervals } from "../rules/interval";
import { dayNumberOf, localDays } from "../rules/local-day";
import { openTimes, type Schedule, type ScheduleException } from "../rules/schedule";
import type { WorkingHour } from "../rules/weekly-hours";
import { zoneClock } from "../rules/zone-clock";

interface Owned {
  branchId: string | null;
  staffId: string | null;
}

/** Everybody's hours and what differs from them. */
export interface RotaFacts {
  zone: string;
  range: Interval;
  branchIds: readonly string[];
  hours: readonly (WorkingHour & Owned)[];
  exceptions: readonly (ScheduleException & Owned)[];
  holidays: readonly { date: string; branchId: string | null }[];
}

interface Person {
  id: string;
  /** Where they work, of what is asked about. */
  branchIds: readonly string[];
}

/** When each person is at work: in any of their branches, while that one is open. The same hours that slots are offered in. */
export function workingTimes(people: readonly Person[], facts: RotaFacts): (readonly Interval[])[] {
  const clock = zoneClock(facts.zone, { from: facts.range.from - DAY, until: facts.range.until + DAY });
  const window = { clock, days: localDays(clock, facts.range) };
  const openings = new Map(
    facts.branchIds.map((branchId) => {
      const closed = facts.holidays.filter((day) => day.branchId === null || day.branchId === branchId);
      const holidays = new Set(closed.map(({ date }) => dayNumberOf(date)));
      return [branchId, openTimes(scheduleOfBranch(facts, branchId), { ...window, holidays })];
    }),
  );
  return people.map(({ id, branchIds }) => {
    const schedule = scheduleOfStaff(facts, id);
    const inBranch = (branchId: string) =>
      intersectIntervals(openings.get(branchId) ?? [], openTimes(schedule, { ...window, branchId }));
    return mergeIntervals(branchIds.flatMap(inBranch));
  });
}

function scheduleOfBranch({ hours, exceptions }: RotaFacts, branchId: string): Schedule {
  const isHere = (row: Owned) => row.staffId === null && row.branchId === branchId;
  return {
    hours: hours.filter(isHere).map((row) => ({ ...row, branchId: null })),
    exceptions: exceptions.filter((row) => isHere(row) || (row.staffId === null && row.branchId === null)),
  };
}

function scheduleOfStaff({ hours, exceptions }: RotaFacts, staffId: string): Schedule {
  const isTheirs = (row: Owned) => row.staffId === staffId;
  return { hours: hours.filter(isTheirs), exceptions: exceptions.filter(isTheirs) };
}
