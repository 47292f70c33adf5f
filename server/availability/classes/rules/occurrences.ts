import {
  addDays,
  type EpochMs,
  type LocalDate,
  type LocalTime,
  minutesOf,
  resolveWall,
  weekdayOf,
} from "@/server/core/time";
import type { Repetition } from "../schema";

export interface Occurrence {
  date: LocalDate;
  /** Null on the day in March whose clock never shows that time. */
  startsAt: EpochMs | null;
}

interface Plan {
  date: LocalDate;
  time: LocalTime;
  repeat?: Repetition | null | undefined;
}

/** Each day of the plan at the same wall time; without a repetition its one day, whatever the weekday. */
export function occurrencesOf({ date, time, repeat }: Plan, zone: string): Occurrence[] {
  return daysOf({ date, repeat }).map((day) => ({ date: day, startsAt: instantAt(zone, day, time) }));
}

function daysOf({ date, repeat }: Omit<Plan, "time">): LocalDate[] {
  if (!repeat) return [date];
  const days: LocalDate[] = [];
  for (let day = date; day <= repeat.until; day = addDays(day, 1)) {
    if (repeat.weekdays.includes(weekdayOf(day))) days.push(day);
  }
  return days;
}

/** The first one where the clock shows it twice. */
function instantAt(zone: string, date: LocalDate, time: LocalTime): EpochMs | null {
  const found = resolveWall(zone, date, minutesOf(time));
  if (found.kind === "skipped") return null;
  return found.kind === "repeated" ? found.first : found.at;
}
