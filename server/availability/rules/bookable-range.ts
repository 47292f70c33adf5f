import { DAY, type EpochMs, MINUTE } from "@/server/core/time";
import type { BookingTerms } from "./calendar-data";
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
  /** Of all that is wanted together: the longest notice and the nearest horizon hold. */
  terms: readonly BookingTerms[];
}

export function bookableRange({ from, until, now, zone, terms }: RangeFacts): BookableRange {
  const { minNoticeMinutes, maxHorizonDays } = strictest(terms);
  const noticeKeptFrom = now + minNoticeMinutes * MINUTE;
  const horizonEndsAt = horizonEnd(zone, { now, days: maxHorizonDays });
  const asked = { from: Math.max(from, now - LOOK_BACK), until: Math.min(until, horizonEndsAt) };
  const bookable = { from: Math.max(from, noticeKeptFrom), until: asked.until };
  return { asked, bookable, noticeKeptFrom, horizonEndsAt };
}

export function strictest(terms: readonly BookingTerms[]): BookingTerms {
  return {
    minNoticeMinutes: Math.max(0, ...terms.map(({ minNoticeMinutes }) => minNoticeMinutes)),
    maxHorizonDays: Math.min(...terms.map(({ maxHorizonDays }) => maxHorizonDays)),
  };
}

function horizonEnd(zone: string, { now, days }: { now: EpochMs; days: number }): EpochMs {
  const clock = zoneClock(zone, { from: now, until: now + (days + 1) * DAY });
  return firstInstantOf(clock, (dayNumberAt(clock, now) + days + 1) * DAY);
}
