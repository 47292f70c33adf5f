import { weekdayOf } from "@/server/core/time";
import { dayOf, monthOf, yearOf } from "../time/dates";
import { hourWord, MONTH_NAMES, WEEKDAY_NAMES } from "./calendar-words";

const HOUR = 60;

export function date(local: string, withYear: boolean): string {
  const year = withYear ? ` ${yearOf(local)}` : "";
  return `${WEEKDAY_NAMES[weekdayOf(local)]}, den ${dayOf(local)}. ${MONTH_NAMES[monthOf(local) - 1]}${year}`;
}

/** Without "um". Between nine and seven nobody takes "halb drei" for the night; outside, the twelve hours are told apart. */
export function clockWords(minutes: number): string {
  const hour = Math.floor(minutes / HOUR);
  const rest = minutes % HOUR;
  const inWords = quarterWords(hour, rest);
  if (hour >= 9 && hour < 19) return inWords ?? digits(minutes);
  if (hour >= 5 && hour < 9) return `${inWords ?? digits(minutes)} morgens`;
  return hour >= 1 && hour < 5 ? `${digits(minutes)} nachts` : digits(minutes);
}

function quarterWords(hour: number, rest: number): string | null {
  if (rest === 15) return `Viertel nach ${hourWord(hour)}`;
  if (rest === 30) return `halb ${hourWord(hour + 1)}`;
  return rest === 45 ? `Viertel vor ${hourWord(hour + 1)}` : null;
}

/** "14 Uhr 20": the same for every hour. */
export function digits(minutes: number): string {
  const [hour, rest] = [Math.floor(minutes / HOUR), minutes % HOUR];
  return rest === 0 ? `${hour} Uhr` : `${hour} Uhr ${rest}`;
}

export function span({ first, last }: { first: string; last: string }, withYear: boolean): string {
  return first === last ? date(first, withYear) : `${date(first, false)}, bis ${date(last, withYear)}`;
}

export function windowWords(from: number, to: number): string {
  if (to >= 24 * HOUR) return `ab ${clockWords(from)}`;
  return from === 0 ? `bis ${clockWords(to)}` : `zwischen ${clockWords(from)} und ${clockWords(to)}`;
}
