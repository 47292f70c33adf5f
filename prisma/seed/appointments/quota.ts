import { daysBetween, type LocalDate, toLocal, weekdayOf } from "@/server/core/time";
import type { SeedBusiness } from "../business";
import { type SeedClock, ZONE } from "../clock";
import type { DayBook } from "./day-book";

/** Shares whole pieces out by weight, so that they add up exactly (largest remainders). */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (sum === 0 ? 0 : (total * weight) / sum));
  const shares = exact.map(Math.floor);
  const missing = total - shares.reduce((all, share) => all + share, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, missing)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}

export interface DayQuota {
  date: LocalDate;
  count: number;
}

interface Weighing {
  business: SeedBusiness;
  clock: SeedClock;
  book: DayBook;
}

/** A year that grows: the business gets busier month by month; of today only what is over counts. */
export function pastQuota({ business, clock, book }: Weighing): DayQuota[] {
  const dates = Array.from({ length: 366 }, (_, index) => clock.day(index - 365));
  const weights = dates.map((date) => {
    const growth = 1.45 - (0.9 * daysBetween(date, clock.today)) / 365;
    return weightOf({ business, book }, date) * growth * (date === clock.today ? elapsedShare(clock) : 1);
  });
  return pairUp(dates, shareOut(business.volumes.past, weights));
}

/** The next thirty days: full tomorrow, with room in three weeks. */
export function comingQuota({ business, clock, book }: Weighing, count: number): DayQuota[] {
  const dates = Array.from({ length: 30 }, (_, index) => clock.day(index));
  const weights = dates.map((date, index) => {
    return weightOf({ business, book }, date) * Math.exp(-index / 14) * (index === 0 ? 1 - elapsedShare(clock) : 1);
  });
  return pairUp(dates, shareOut(count, weights));
}

function weightOf({ business, book }: Pick<Weighing, "business" | "book">, date: LocalDate): number {
  return book.isOpen(date) ? (business.weekdayWeights[weekdayOf(date)] ?? 0) : 0;
}

function pairUp(dates: LocalDate[], counts: number[]): DayQuota[] {
  return dates.map((date, index) => ({ date, count: counts[index] ?? 0 }));
}

/** How much of a usual opening day (nine to seven) is over. */
function elapsedShare(clock: SeedClock): number {
  const { minutes } = toLocal(ZONE, clock.now.getTime());
  return Math.min(1, Math.max(0, (minutes - 9 * 60) / 600));
}
