import { type LocalDate, type LocalTime, minutesOf } from "@/server/core/time";
import { type Interval, mergeIntervals, subtractIntervals } from "./interval";
import { dayNumberOf, type LocalDay } from "./local-day";

/** Wall times of one shift; `24:00` ends at midnight. */
export interface ShiftTimes {
  startTime: LocalTime;
  endTime: LocalTime;
  breakStart?: LocalTime | null;
  breakEnd?: LocalTime | null;
}

/** A weekly row of a branch or of a staff member; several rows a day make a split shift. */
export interface WorkingHour extends ShiftTimes {
  /** 0 = Sunday … 6 = Saturday. */
  dayOfWeek: number;
  /** False takes the row's time away from the other rows of the day. */
  isAvailable: boolean;
  /** First and last day, both included. */
  validFrom?: LocalDate | null;
  validUntil?: LocalDate | null;
  /** A day's rows for one branch replace the staff member's general rows of that day. */
  branchId?: string | null;
}

/** The minutes of a day that the weekly rows open. */
export type WeekPlan = (day: LocalDay) => readonly Interval[];

export function planWeek(rows: readonly WorkingHour[], { branchId }: { branchId?: string | null } = {}): WeekPlan {
  const plans = Array.from({ length: 7 }, (_, weekday) =>
    planWeekday(
      rows.filter((row) => row.dayOfWeek === weekday),
      branchId,
    ),
  );
  return (day) => (plans[day.weekday] as WeekPlan)(day);
}

function planWeekday(rows: readonly WorkingHour[], branchId: string | null | undefined): WeekPlan {
  if (rows.some((row) => row.validFrom || row.validUntil)) {
    return (day) =>
      openMinutes(
        rows.filter((row) => isValidOn(row, day)),
        branchId,
      );
  }
  const minutes = openMinutes(rows, branchId);
  return () => minutes;
}

function isValidOn({ validFrom, validUntil }: WorkingHour, { number }: LocalDay): boolean {
  if (validFrom && number < dayNumberOf(validFrom)) return false;
  return !validUntil || number <= dayNumberOf(validUntil);
}

function openMinutes(rows: readonly WorkingHour[], branchId: string | null | undefined): readonly Interval[] {
  const own = rows.filter((row) => row.branchId != null && row.branchId === branchId);
  const chosen = own.length > 0 ? own : rows.filter((row) => row.branchId == null);
  const off = chosen.filter((row) => !row.isAvailable).map(wholeShift);
  return subtractIntervals(minutesOfShifts(chosen.filter((row) => row.isAvailable)), mergeIntervals(off));
}

/** A break stays free even where another shift overlaps it. */
export function minutesOfShifts(shifts: readonly ShiftTimes[]): readonly Interval[] {
  const breaks = shifts.flatMap(({ breakStart, breakEnd }) =>
    breakStart && breakEnd ? [{ from: minutesOf(breakStart), until: minutesOf(breakEnd) }] : [],
  );
  return subtractIntervals(mergeIntervals(shifts.map(wholeShift)), mergeIntervals(breaks));
}

function wholeShift({ startTime, endTime }: ShiftTimes): Interval {
  return { from: minutesOf(startTime), until: minutesOf(endTime) };
}
