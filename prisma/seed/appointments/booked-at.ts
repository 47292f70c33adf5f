import { DAY, HOUR, MINUTE, toLocal } from "@/server/core/time";
import { ZONE } from "../clock";
import type { Random } from "../random";

/** When somebody booked: from an hour to some weeks ahead, at an hour at which people are up, and never in the future. */
export function drawBookedAt(startsAt: Date, now: Date, random: Random): Date {
  const shortest = random.chance(0.12) ? 2 * HOUR : 20 * HOUR;
  const latest = Math.min(startsAt.getTime() - shortest, now.getTime() - 20 * MINUTE);
  const lead = 28 * DAY * random.next() ** 2;
  return new Date(moveToWakingHours(latest - lead, random));
}

/** Moves a moment of the night back to the evening before it. */
export function moveToWakingHours(at: number, random: Random): number {
  const { minutes } = toLocal(ZONE, at);
  if (minutes >= 8 * 60 && minutes < 20 * 60 + 30) return at;
  const sinceEvening = minutes < 8 * 60 ? minutes + 24 * 60 - 20 * 60 : minutes - 20 * 60;
  return at - (sinceEvening + random.between(1, 600)) * MINUTE;
}
