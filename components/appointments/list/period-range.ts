import { addDays, fromWall, type LocalDate, MINUTE, toLocal } from "@/server/core/time-zone";

export const PERIODS = ["coming", "today", "tomorrow", "week", "past", "range"] as const;
export type Period = (typeof PERIODS)[number];

export interface ChosenPeriod {
  period: Period;
  /** Of `range`: the first and the last day, both included. */
  from?: string | null;
  until?: string | null;
}

export interface PeriodRange {
  from?: string;
  until?: string;
  order: "asc" | "desc";
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** "Coming" moves on with the clock, in steps: a question asked twice is answered from the cache. */
const STEP = 5 * MINUTE;

/** The instants that a period means on the zone's clock; the past is read backwards. */
export function periodRange(
  { period, from, until }: ChosenPeriod,
  { zone, now }: { zone: string; now: number },
): PeriodRange {
  const today = toLocal(zone, now).date;
  const days = (first: LocalDate, afterLast: LocalDate): PeriodRange => ({
    from: dayStart(zone, first),
    until: dayStart(zone, afterLast),
    order: "asc",
  });
  const step = new Date(Math.floor(now / STEP) * STEP).toISOString();
  if (period === "today") return days(today, addDays(today, 1));
  if (period === "tomorrow") return days(addDays(today, 1), addDays(today, 2));
  if (period === "week") return days(today, addDays(today, 7));
  if (period === "past") return { until: step, order: "desc" };
  if (period === "coming") return { from: step, order: "asc" };
  return {
    ...(isDay(from) ? { from: dayStart(zone, from) } : {}),
    ...(isDay(until) ? { until: dayStart(zone, addDays(until, 1)) } : {}),
    order: "asc",
  };
}

/** The first instant of a day on the zone's clock. */
export function dayStart(zone: string, date: LocalDate): string {
  return new Date(fromWall(zone, date, 0)).toISOString();
}

/** What an address bar says may be anything. */
function isDay(text: string | null | undefined): text is LocalDate {
  return text != null && DATE.test(text) && !Number.isNaN(Date.parse(text));
}
