import { DAY, type EpochMs, HOUR, MINUTE } from "@/server/core/time";

/** What was wished for; `from` equals `to` for a clock time. Without ranges: as soon as possible. */
export interface WishedTimes {
  ranges: readonly { from: EpochMs; to: EpochMs }[];
  count: number;
}

interface Starting {
  startsAt: EpochMs;
}

/** The same time a day later is as good as this much earlier or later on the wished day. */
const COST_OF_A_DAY = 4 * HOUR;
/** What an offer costs for each one before it on about the same day: so that another day gets its turn. */
const COST_OF_SAMENESS = 1.5 * HOUR;
const SAME_DAY = 12 * HOUR;
const SMALLEST_GAP = 15 * MINUTE;

/** Up to `count` slots near the wish as a person would offer them: best first, apart from each other, earlier if equal. */
export function nearestAlternatives<S extends Starting>(slots: readonly S[], { ranges, count }: WishedTimes): S[] {
  const sorted = [...slots].sort((a, b) => a.startsAt - b.startsAt);
  const wished = ranges.length > 0 ? ranges : sorted.slice(0, 1).map((s) => ({ from: s.startsAt, to: s.startsAt }));
  const left = sorted.map((slot) => ({ slot, distance: Math.min(...wished.map((range) => distance(slot, range))) }));
  const inside = left.filter((one) => one.distance === 0).map(({ slot }) => slot);
  const offers: S[] = [];
  let gap = widestGap(inside, count);
  while (offers.length < count && left.length > 0) {
    const best = cheapest(left, { offers, gap });
    if (best >= 0) offers.push(...left.splice(best, 1).map(({ slot }) => slot));
    else gap = gap > SMALLEST_GAP ? gap / 2 : 0;
  }
  return offers;
}

/** Inside a wide wish the offers spread over it; elsewhere an hour sets two times apart. */
function widestGap(inside: readonly Starting[], count: number): number {
  const first = inside[0]?.startsAt ?? 0;
  const last = inside.at(-1)?.startsAt ?? first;
  return Math.min(Math.max((last - first) / count, HOUR), DAY);
}

/** How far a start lies from the wish, on its own day or shifted by whole days. */
function distance({ startsAt }: Starting, { from, to }: { from: EpochMs; to: EpochMs }): number {
  // A range ends before `to`, a clock time is its only instant.
  const last = Math.max(from, to - 1);
  if (startsAt >= from && startsAt <= last) return 0;
  const near = (days: number) =>
    Math.abs(days) * COST_OF_A_DAY + Math.max(from + days * DAY - startsAt, startsAt - last - days * DAY, 0);
  const [sinceFrom, sinceLast] = [(startsAt - from) / DAY, (startsAt - last) / DAY];
  const [early, late] = [near(Math.floor(sinceFrom)), near(Math.ceil(sinceFrom))];
  return Math.min(near(0), early, late, near(Math.floor(sinceLast)), near(Math.ceil(sinceLast)));
}

interface Chosen {
  offers: readonly Starting[];
  gap: number;
}

function cheapest(left: readonly { slot: Starting; distance: number }[], { offers, gap }: Chosen): number {
  let best = -1;
  let lowest = Infinity;
  for (const [index, one] of left.entries()) {
    let cost = one.distance;
    if (cost >= lowest) continue;
    for (const { startsAt } of offers) {
      const apart = Math.abs(startsAt - one.slot.startsAt);
      if (apart < gap) cost = Infinity;
      else if (apart < SAME_DAY) cost += COST_OF_SAMENESS;
    }
    if (cost >= lowest) continue;
    best = index;
    lowest = cost;
  }
  return best;
}
