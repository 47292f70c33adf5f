import { DAY, type EpochMs, MINUTE } from "@/server/core/time";
import type { BookableService } from "./calendar-data";
import type { Interval } from "./interval";
import { dayNumberAt } from "./local-day";
import { firstInstantOf, zoneClock } from "./zone-clock";

/** Longest look back for what was possible before now: an answer about last month needs no calendar. */
const LOOK_BACK = 31 * DAY;

export interface BookableRange {
  /** What was asked for, as far as it can matter. */
  asked: Interval;
  /** What notice and horizon leave of it; may be empty. */
  bookable: Interval;
  /** From here on the notice is kept. */
  noticeKeptFrom: EpochMs;
  /** The midnight that ends the last bookable day. */
  horizonEndsAt: EpochMs;
}

export interface RangeFacts {
  from: EpochMs;
  until: EpochMs;
  now: EpochMs;
  zone: string;
  /** All that are wanted together: the longest notice and the nearest horizon hold. */
  services: readonly BookableService[];
}

export function bookableRange({ from, until, now, zone, services }: RangeFacts): BookableRange {
  const notice = Math.max(0, ...services.map(({ minNoticeMinutes }) => minNoticeMinutes));
  const noticeKeptFrom = now + notice * MINUTE;
  const days = Math.min(...services.map(({ maxHorizonDays }) => maxHorizonDays));
  const horizonEndsAt = horizonEnd(zone, { now, days });
  const asked = { from: Math.max(from, now - LOOK_BACK), until: Math.min(until, horizonEndsAt) };
  const bookable = { from: Math.max(from, noticeKeptFrom), until: asked.until };
  return { asked, bookable, noticeKeptFrom, horizonEndsAt };
}

function horizonEnd(zone: string, { now, days }: { now: EpochMs; days: number }): EpochMs {
  const clock = zoneClock(zone, { from: now, until: now + (days + 1) * DAY });
  return firstInstantOf(clock, (dayNumberAt(clock, now) + days + 1) * DAY);
}
