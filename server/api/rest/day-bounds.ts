import { addDays, type EpochMs, fromWall, localDate } from "@/server/core/time";

/** From midnight to midnight by that clock; null for what is no date. */
export function dayBounds(text: string, zone: string): { from: EpochMs; until: EpochMs } | null {
  const date = localDate.safeParse(text).data;
  if (date === undefined) return null;
  return { from: fromWall(zone, date, 0), until: fromWall(zone, addDays(date, 1), 0) };
}
