import { type LocalTime, minutesOf, timeOf } from "./time-zone";

/** No line breaks between the time and its half of the day. */
const SPACE = "\u00a0";
const NOON = 12 * 60;

/** German reads a clock of twenty-four hours, English one of twelve. */
export const isTwelveHours = (locale: string): boolean => locale.startsWith("en");

/** What a wall clock shows, as a reader of the language says it: `09:00`, `9:00 AM`. The day's end is `24:00` or `12:00 AM`. */
export function timeOfDay(time: LocalTime | number, locale: string): string {
  const minutes = typeof time === "number" ? time : minutesOf(time);
  const local = timeOf(minutes);
  if (!isTwelveHours(locale)) return local;
  const hour = Math.floor(minutes / 60) % 12;
  return `${hour === 0 ? 12 : hour}${local.slice(2)}${SPACE}${halfOf(minutes)}`;
}

/** `09:00–12:00`, `9:00 AM–12:00 PM`; in English the half of the day stands once where it is the same: `2:00–6:00 PM`. */
export function timesOfDay({ from, until }: { from: LocalTime | number; until: LocalTime | number }, locale: string) {
  const [first, last] = [timeOfDay(from, locale), timeOfDay(until, locale)];
  const half = first.slice(-3);
  const isOnce = isTwelveHours(locale) && last.endsWith(half) && first !== last;
  return `${isOnce ? first.slice(0, -3) : first}–${last}`;
}

/** A full hour beside the lines of a day: `09:00`, `9 AM`. */
export const hourOfDay = (hour: number, locale: string): string => {
  const time = timeOfDay(hour * 60, locale);
  return isTwelveHours(locale) ? time.replace(":00", "") : time;
};

const halfOf = (minutes: number) => (Math.floor(minutes / NOON) % 2 === 0 ? "AM" : "PM");
