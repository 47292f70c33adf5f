import type { EpochMs } from "@/server/core/time";
import type { ExceptionKind } from "../schema";
import { type Interval, intersectIntervals, mergeIntervals, subtractIntervals } from "./interval";
import { instantOn, type LocalDay } from "./local-day";
import { minutesOfShifts, planWeek, type ShiftTimes, type WeekPlan, type WorkingHour } from "./weekly-hours";
import type { ZoneClock } from "./zone-clock";

/** A stretch in which the weekly hours don't hold. */
export interface ScheduleException {
  startsAt: EpochMs;
  endsAt: EpochMs;
  kind: ExceptionKind;
  /** With `special_hours`: what holds instead on each day touched; without it, the stretch itself is open. */
  hours?: readonly ShiftTimes[] | null;
}

/** When a branch is open, or a staff member works. */
export interface Schedule {
  hours: readonly WorkingHour[];
  exceptions: readonly ScheduleException[];
}

export interface ScheduleWindow {
  clock: ZoneClock;
  days: readonly LocalDay[];
  branchId?: string | null;
  /** Day numbers on which the weekly hours don't hold. */
  holidays?: ReadonlySet<number>;
}

/** Special hours win over holidays and weekly rows; whatever closes wins over them all. */
export function openTimes({ hours, exceptions }: Schedule, window: ScheduleWindow): readonly Interval[] {
  const planOf = weekOf(hours, window.branchId ?? null);
  const special = exceptions.filter(({ kind }) => kind === "special_hours");
  const open: Interval[] = [];
  for (const day of window.days) {
    const touching = special.filter(({ startsAt, endsAt }) => startsAt < day.until && endsAt > day.from);
    if (touching.length > 0) open.push(...specialTimes(touching, { day, clock: window.clock }));
    else if (!window.holidays?.has(day.number)) {
      for (const minutes of planOf(day)) open.push(onDay(minutes, { day, clock: window.clock }));
    }
  }
  const closing = exceptions.filter(({ kind }) => kind !== "special_hours");
  const closed = closing.map(({ startsAt, endsAt }) => ({ from: startsAt, until: endsAt }));
  return subtractIntervals(mergeIntervals(open), mergeIntervals(closed));
}

type Weeks = Map<string | null, WeekPlan>;
const knownWeeks = new WeakMap<readonly WorkingHour[], Weeks>();

/** What the rows say of a week, read once for a list of rows that is asked again and again. */
function weekOf(hours: readonly WorkingHour[], branchId: string | null): WeekPlan {
  const weeks: Weeks = knownWeeks.get(hours) ?? new Map();
  const week = weeks.get(branchId) ?? planWeek(hours, { branchId });
  knownWeeks.set(hours, weeks.set(branchId, week));
  return week;
}

interface DayOnClock {
  day: LocalDay;
  clock: ZoneClock;
}

function onDay({ from, until }: Interval, { day, clock }: DayOnClock): Interval {
  return { from: instantOn(day, { clock, minutes: from }), until: instantOn(day, { clock, minutes: until }) };
}

function specialTimes(exceptions: readonly ScheduleException[], at: DayOnClock): readonly Interval[] {
  const shifts = exceptions.flatMap(({ hours }) => hours ?? []);
  const stretches = exceptions
    .filter(({ hours }) => !hours)
    .map(({ startsAt, endsAt }) => ({ from: startsAt, until: endsAt }));
  return [
    ...minutesOfShifts(shifts).map((minutes) => onDay(minutes, at)),
    ...intersectIntervals(mergeIntervals(stretches), [at.day]),
  ];
}
