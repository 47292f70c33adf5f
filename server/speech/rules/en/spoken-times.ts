import { weekdayOf } from "@/server/core/time";
import { dayOf, monthOf, yearOf } from "../time/dates";

const WEEKDAY_NAMES = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTH_NAMES = "January February March April May June July August September October November December".split(" ");
const HOUR = 60;

export const weekdayName = (weekday: number): string => WEEKDAY_NAMES[weekday] ?? "";
export const monthName = (month: number): string => MONTH_NAMES[month - 1] ?? String(month);

export function date(local: string, withYear: boolean): string {
  const year = withYear ? ` ${yearOf(local)}` : "";
  return `${weekdayName(weekdayOf(local))}, ${dayOf(local)} ${monthName(monthOf(local))}${year}`;
}

/** "2:30 p.m.": a half of the day with every hour, so that none is guessed. */
export function clockWords(minutes: number): string {
  const inDay = minutes % (24 * HOUR);
  const [hour, rest] = [Math.floor(inDay / HOUR), inDay % HOUR];
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  return `${twelve}${rest === 0 ? "" : `:${String(rest).padStart(2, "0")}`} ${hour < 12 ? "a.m." : "p.m."}`;
}

export function span({ first, last }: { first: string; last: string }, withYear: boolean): string {
  return first === last ? date(first, withYear) : `${date(first, false)}, to ${date(last, withYear)}`;
}

export function windowWords(from: number, to: number): string {
  if (to >= 24 * HOUR) return `from ${clockWords(from)}`;
  return from === 0 ? `until ${clockWords(to)}` : `between ${clockWords(from)} and ${clockWords(to)}`;
}
