import { addDays, DAY, type EpochMs, fromWall, HOUR, type LocalDate, toLocal } from "@/server/core/time";
import type { DashboardPeriod } from "../schema";

const DAYS: Record<DashboardPeriod, number> = { today: 1, "7d": 7, "30d": 30 };

/** Half-open, by the company's clock. The time before ends at the same time of day, so that a morning is compared to a morning. */
export interface Period {
  from: Date;
  until: Date;
  previousFrom: Date;
  previousUntil: Date;
  bucket: "hour" | "day";
  /** Every bucket of the period, also those in which nothing happened; for today only up to now. */
  keys: string[];
}

export function periodOf(period: DashboardPeriod, { now, zone }: { now: Date; zone: string }): Period {
  const days = DAYS[period];
  const local = toLocal(zone, now.getTime());
  const midnight = (date: LocalDate) => fromWall(zone, date, 0);
  const first = addDays(local.date, 1 - days);
  const isToday = period === "today";
  return {
    from: new Date(midnight(first)),
    until: now,
    previousFrom: new Date(midnight(addDays(first, -days))),
    previousUntil: new Date(fromWall(zone, addDays(local.date, -days), local.minutes) + (now.getTime() % 60_000)),
    bucket: isToday ? "hour" : "day",
    keys: isToday ? hoursOf(zone, { from: midnight(first), until: now.getTime() }) : daysFrom(first, days),
  };
}

/** The local day around an instant; 23 or 25 hours when the clock changes. */
export function dayOf(now: Date, zone: string): { date: LocalDate; from: Date; until: Date } {
  const { date } = toLocal(zone, now.getTime());
  return {
    date,
    from: new Date(fromWall(zone, date, 0)),
    until: new Date(fromWall(zone, addDays(date, 1), 0)),
  };
}

function daysFrom(first: LocalDate, count: number): LocalDate[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}

/** An hour that the clock shows twice is one bucket, one that it skips is none. */
function hoursOf(zone: string, { from, until }: { from: EpochMs; until: EpochMs }): string[] {
  const keys = new Set<string>();
  for (let at = from; at <= until && at < from + DAY + HOUR; at += HOUR) {
    const { date, time } = toLocal(zone, at);
    keys.add(`${date}T${time.slice(0, 2)}`);
  }
  return [...keys];
}
