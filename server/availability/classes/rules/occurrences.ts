import type { Refusal } from "@/server/core/errors";
import {
  addDays,
  type EpochMs,
  type LocalDate,
  type LocalTime,
  minutesOf,
  resolveWall,
  toOffsetIso,
  weekdayOf,
} from "@/server/core/time";
import type { Repetition } from "../schema";

export type Occurrence = { date: LocalDate } & (
  | { startsAt: EpochMs }
  /** What the clock of that day has against it. */
  | { startsAt: null; refusal: Refusal }
);

interface Plan {
  date: LocalDate;
  time: LocalTime;
  repeat?: Repetition | null | undefined;
}

/**
 * Each day of the plan at the same wall time; without a repetition its one day, whatever the weekday. Where the clock
 * shows that time twice, one of a set is at the first of both, and a single one asks which is meant.
 */
export function occurrencesOf({ date, time, repeat }: Plan, zone: string): Occurrence[] {
  return daysOf({ date, repeat }).map((day) => {
    const found = resolveWall(zone, day, minutesOf(time));
    if (found.kind === "unique") return { date: day, startsAt: found.at };
    if (found.kind === "skipped") return { date: day, startsAt: null, refusal: refuse("skipped_by_clock") };
    if (repeat) return { date: day, startsAt: found.first };
    const choices = [found.first, found.second].map((at) => toOffsetIso(zone, at));
    return { date: day, startsAt: null, refusal: refuse("repeated_by_clock", { choices }) };
  });
}

const refuse = (reason: string, details?: Refusal["details"]): Refusal => ({
  ...{ code: "VALIDATION_ERROR", reason },
  ...(details && { details }),
});

function daysOf({ date, repeat }: Omit<Plan, "time">): LocalDate[] {
  if (!repeat) return [date];
  const days: LocalDate[] = [];
  for (let day = date; day <= repeat.until; day = addDays(day, 1)) {
    if (repeat.weekdays.includes(weekdayOf(day))) days.push(day);
  }
  return days;
}
