import { DAY, type EpochMs, type LocalDate, toLocal } from "@/server/core/time";
import type { ExceptionKind } from "../schema";
import { type Interval, intersectIntervals, mergeIntervals } from "./interval";
import { dayNumberOf, localDays } from "./local-day";
import { openTimes, type Schedule } from "./schedule";
import { zoneClock } from "./zone-clock";

interface Place {
  zone: string;
  branchId?: string | null;
  holidays?: readonly LocalDate[];
}

/** The opened stretches of the day on which an instant lies, by the clock. */
export function openHoursOn(schedule: Schedule, { at, ...place }: Place & { at: EpochMs }) {
  const { zone } = place;
  const { date } = toLocal(zone, at);
  const end = (until: EpochMs) => (toLocal(zone, until).date === date ? toLocal(zone, until).time : "24:00");
  return openOn(schedule, { ...place, date, window: { from: at - DAY, until: at + DAY } }).map(({ from, until }) => ({
    start: toLocal(zone, from).time,
    end: end(until),
  }));
}

function openOn(
  schedule: Schedule,
  { zone, branchId, holidays = [], date, window }: Place & { date: LocalDate; window: Interval },
) {
  const clock = zoneClock(zone, window);
  const days = localDays(clock, window).filter(({ number }) => number === dayNumberOf(date));
  return openTimes(schedule, { clock, days, branchId, holidays: new Set(holidays.map(dayNumberOf)) });
}

/** Whether a stretch lies within the hours of a schedule from its beginning to its end. */
export function worksThroughout(schedule: Schedule, { lasting, ...place }: Place & { lasting: Interval }): boolean {
  const clock = zoneClock(place.zone, lasting);
  const days = localDays(clock, lasting);
  const open = intersectIntervals(openTimes(schedule, { clock, days, branchId: place.branchId }), [lasting]);
  return open.length === 1 && open[0]?.from === lasting.from && open[0].until === lasting.until;
}

/** What closes a schedule during a stretch, the one that lasts longest. */
export function closingAt(
  { exceptions }: Schedule,
  { from, until }: Interval,
): { exceptionKind: ExceptionKind; until: Date } | null {
  const closing = exceptions.filter(
    ({ kind, startsAt, endsAt }) => kind !== "special_hours" && startsAt < until && endsAt > from,
  );
  const [longest] = closing.sort((a, b) => b.endsAt - a.endsAt);
  return longest ? { exceptionKind: longest.kind, until: new Date(longest.endsAt) } : null;
}

/** When what takes a stretch ends, what follows it without a pause included; null where nothing takes it. */
export function takenUntil(busy: readonly Interval[], { from, until }: Interval): EpochMs | null {
  const first = mergeIntervals(busy).find((one) => one.from < until && one.until > from);
  return first?.until ?? null;
}
