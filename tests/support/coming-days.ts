import { addDays, fromWall, toLocal, toOffsetIso, weekdayOf } from "@/server/core/time";

const ZONE = "Europe/Berlin";

/** The date of the next such weekday that is at least two days away: 0 = Sunday. */
export function coming(weekday: number): string {
  let date = addDays(toLocal(ZONE, Date.now()).date, 2);
  while (weekdayOf(date) !== weekday) date = addDays(date, 1);
  return date;
}

/** That date at a wall time in Berlin. */
export const at = (date: string, hours: number, minutes = 0): Date =>
  new Date(fromWall(ZONE, date, hours * 60 + minutes));

export const iso = (date: string, hours: number, minutes = 0): string =>
  toOffsetIso(ZONE, at(date, hours, minutes).getTime());
