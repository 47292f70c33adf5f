import { DAY, type EpochMs, type LocalDate, MINUTE } from "@/server/core/time";
import type { CalendarData } from "./calendar-data";
import type { Interval } from "./interval";
import { dayNumberOf, instantOn, type LocalDay, localDays } from "./local-day";
import { openTimes } from "./schedule";
import { gridStarts } from "./slot-grid";
import { zoneClock } from "./zone-clock";

interface AskedDay {
  date: LocalDate;
  now: EpochMs;
  /** What can be had. */
  free: readonly EpochMs[];
  serviceIds: readonly string[];
}

/** What a day shows that is never open. */
const USUAL = { from: 9 * 60, until: 18 * 60 };

/** The starts of a day that nobody can have: a class's sessions, else the grid from the first opened hour to the last. */
export function closedStarts(data: CalendarData, { date, now, free, serviceIds }: AskedDay): EpochMs[] {
  const noon = dayNumberOf(date) * DAY + DAY / 2;
  const clock = zoneClock(data.zone, { from: noon - DAY, until: noon + DAY });
  const day = localDays(clock, { from: noon - DAY, until: noon + DAY }).find(
    ({ number }) => number === dayNumberOf(date),
  );
  if (!day) return [];
  const taught = (data.sessions ?? []).filter(({ serviceId }) => serviceIds.includes(serviceId));
  const isClass = data.services.some(({ id, capacity = 1 }) => serviceIds.includes(id) && capacity > 1);
  const all = isClass
    ? taught.map(({ startsAt }) => startsAt).filter((at) => at >= day.from && at < day.until)
    : gridStarts([spanOf(day, { data, clock })], { clock, intervalMs: data.slotIntervalMinutes * MINUTE });
  const offered = new Set(free);
  return all.filter((at) => at >= now && !offered.has(at));
}

/** From the first opened minute of the day to the last; where an exception closes it, as if it did not. */
function spanOf(day: LocalDay, { data, clock }: { data: CalendarData; clock: ReturnType<typeof zoneClock> }): Interval {
  const window = { clock, days: [day] };
  const special = data.opening.exceptions.filter(({ kind }) => kind === "special_hours");
  const usual = openTimes({ ...data.opening, exceptions: special }, window);
  const [first, last] = [usual[0], usual.at(-1)];
  if (first && last) return { from: first.from, until: last.until };
  return {
    from: instantOn(day, { clock, minutes: USUAL.from }),
    until: instantOn(day, { clock, minutes: USUAL.until }),
  };
}
