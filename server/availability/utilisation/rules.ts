import { addDays, fromWall, type LocalDate, toLocal } from "@/server/core/time";
import { type Interval, intersectIntervals } from "../rules/interval";

const MINUTE = 60_000;

export interface Week extends Interval {
  date: LocalDate;
}

/** This week and those behind it, each from Monday's midnight to the next one's by the zone's clock. */
export function weeksFrom(now: number, { zone, count }: { zone: string; count: number }): Week[] {
  const today = toLocal(zone, now);
  const monday = addDays(today.date, -((today.weekday + 6) % 7));
  return Array.from({ length: count }, (_, nr) => {
    const date = addDays(monday, 7 * nr);
    return { date, from: fromWall(zone, date, 0), until: fromWall(zone, addDays(date, 7), 0) };
  });
}

/** How many minutes of these stretches, which don't overlap, lie in the week. */
export function minutesWithin(stretches: readonly Interval[], week: Interval): number {
  const inside = intersectIntervals(stretches, [{ from: week.from, until: week.until }]);
  return Math.round(inside.reduce((sum, { from, until }) => sum + until - from, 0) / MINUTE);
}
