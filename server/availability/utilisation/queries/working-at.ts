import type { TransactionContext } from "@/server/core/context";
import { DAY } from "@/server/core/time";
import { loadOpening } from "../../repository/load-opening";
import type { Interval } from "../../rules/interval";
import { dayNumberOf, localDays } from "../../rules/local-day";
import { openTimes, type Schedule } from "../../rules/schedule";
import { zoneClock } from "../../rules/zone-clock";

interface Place {
  branchId: string;
  schedule: Schedule;
  range: Interval;
}

/** When somebody works in a branch, by its clock, its holidays and its closures. */
export async function workingAt(
  tx: TransactionContext,
  { branchId, schedule, range }: Place,
): Promise<readonly Interval[]> {
  const stretch = { from: new Date(range.from), until: new Date(range.until) };
  const { zone, opening, holidays } = await loadOpening(tx, { branchId, ...stretch });
  const clock = zoneClock(zone, { from: range.from - DAY, until: range.until + DAY });
  const closed = opening.exceptions.filter(({ kind }) => kind !== "special_hours");
  return openTimes(
    { hours: schedule.hours, exceptions: [...schedule.exceptions, ...closed] },
    { clock, days: localDays(clock, range), branchId, holidays: new Set(holidays.map(dayNumberOf)) },
  );
}
