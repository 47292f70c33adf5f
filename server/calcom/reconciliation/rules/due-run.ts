import { addDays, fromWall, toLocal } from "@/server/core/time";

/** At night, and on no day an hour that the clocks leave out. */
const NIGHT_MINUTES = 3 * 60 + 30;

interface Times {
  now: Date;
  zone: string;
  /** When everything was compared the last time, whatever came of it. */
  lastHorizonAt: Date | null;
}

/** Everything once after each night, also when it could not begin on time; what is near in between. */
export function dueRun({ now, zone, lastHorizonAt }: Times): "window" | "horizon" {
  return lastHorizonAt && lastHorizonAt.getTime() >= latestNight(now, zone) ? "window" : "horizon";
}

function latestNight(now: Date, zone: string): number {
  const { date } = toLocal(zone, now.getTime());
  const today = fromWall(zone, date, NIGHT_MINUTES);
  return today <= now.getTime() ? today : fromWall(zone, addDays(date, -1), NIGHT_MINUTES);
}
