import { DAY, type EpochMs, type LocalDate, MINUTE, wallMs } from "@/server/core/time";
import type { Interval } from "./interval";
import { firstInstantOf, wallOf, type ZoneClock } from "./zone-clock";

/** One calendar day of a zone, from midnight to midnight: 23 or 25 hours long when the clock changes. */
export interface LocalDay extends Interval {
  /** Days since 1970-01-01. */
  number: number;
  /** 0 = Sunday … 6 = Saturday. */
  weekday: number;
}

/** 1970-01-01 was a Thursday. */
const FIRST_WEEKDAY = 4;

export function dayNumberOf(date: LocalDate): number {
  return wallMs(date) / DAY;
}

export function dayNumberAt(clock: ZoneClock, at: EpochMs): number {
  return Math.floor(wallOf(clock, at) / DAY);
}

/** Every day that the window touches. */
export function localDays(clock: ZoneClock, window: Interval): LocalDay[] {
  const days: LocalDay[] = [];
  let number = dayNumberAt(clock, window.from);
  let from = firstInstantOf(clock, number * DAY);
  while (from < window.until) {
    const until = firstInstantOf(clock, (number + 1) * DAY);
    const weekday = (((number + FIRST_WEEKDAY) % 7) + 7) % 7;
    days.push({ number, weekday, from, until });
    number++;
    from = until;
  }
  return days;
}

/** The place of the instant's day in a list without a gap. */
export function dayIndexAt(days: readonly LocalDay[], at: EpochMs): number {
  let index = Math.max(0, Math.floor((at - (days[0]?.from ?? at)) / DAY) - 1);
  while (index < days.length && (days[index] as LocalDay).until <= at) index++;
  return index;
}

/** The instant at which the day's clock first shows that minute of the day (0 to 1440). */
export function instantOn(day: LocalDay, { clock, minutes }: { clock: ZoneClock; minutes: number }): EpochMs {
  if (day.until - day.from === DAY) return day.from + minutes * MINUTE;
  return firstInstantOf(clock, day.number * DAY + minutes * MINUTE);
}
