import { addDays, type LocalDate, minutesOf, weekdayOf } from "@/server/core/time";
import type { Window } from "./day-parts";
import type { Calendar } from "./reading";

/** Without opening hours an hour between one and seven is the afternoon's, and from eight the morning's. */
export const USUAL_HOURS: Window = { from: 8 * 60, to: 19 * 60 };

/** When the place is open on that date. */
export function openWindows(date: LocalDate, { hours }: Calendar): Window[] {
  const weekday = weekdayOf(date);
  const open = (hours ?? []).filter((entry) => entry.weekday === weekday);
  return open.map(({ opens, closes }) => ({ from: minutesOf(opens), to: minutesOf(closes) }));
}

/** Windows that settle "um drei": that day's, on a closed day those of the week, without any the usual ones. */
export function settlingWindows(date: LocalDate, calendar: Calendar): Window[] {
  const own = openWindows(date, calendar);
  if (own.length > 0) return own;
  const week = [1, 2, 3, 4, 5, 6].flatMap((days) => openWindows(addDays(date, days), calendar));
  return week.length > 0 ? week : [USUAL_HOURS];
}
