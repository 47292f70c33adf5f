import { DAY, type EpochMs, toLocal, wallMs } from "@/server/core/time-zone";
import { planWeek, type WorkingHour } from "../../rules/weekly-hours";

interface Stretch {
  branchId: string;
  startsAt: Date;
  endsAt: Date;
}

interface HoursChange {
  before: readonly WorkingHour[];
  after: readonly WorkingHour[];
  zone: string;
}

/** Those that lay inside the hours, and no longer do; what somebody booked outside of them on purpose was so before. */
export function leftOutside<S extends Stretch>(stretches: readonly S[], { before, after, zone }: HoursChange): S[] {
  return stretches.filter((one) => isInside(one, { rows: before, zone }) && !isInside(one, { rows: after, zone }));
}

function isInside(
  { branchId, startsAt, endsAt }: Stretch,
  { rows, zone }: { rows: readonly WorkingHour[]; zone: string },
): boolean {
  const start = toLocal(zone, startsAt.getTime());
  const until = start.minutes + minutesOfClock(zone, startsAt.getTime(), endsAt.getTime());
  const number = wallMs(start.date) / DAY;
  const open = planWeek(rows, { branchId })({ number, weekday: start.weekday, from: 0, until: 0 });
  return open.some((stretch) => stretch.from <= start.minutes && until <= stretch.until);
}

/** How far the clock on the wall goes meanwhile. */
function minutesOfClock(zone: string, from: EpochMs, until: EpochMs): number {
  const [start, end] = [toLocal(zone, from), toLocal(zone, until)];
  return (wallMs(end.date, end.minutes) - wallMs(start.date, start.minutes)) / 60_000;
}
