import type { EpochMs } from "@/server/core/time";
import type { ResourceCalendar } from "./calendar-data";
import type { Interval } from "./interval";

/** How many units of something are taken: `levels[i]` of them from `changes[i]` until the next change. */
export interface Usage {
  capacity: number;
  changes: readonly EpochMs[];
  levels: readonly number[];
}

interface Taking extends Interval {
  quantity: number;
}

export function usageOf(takings: readonly Taking[], capacity: number): Usage {
  const steps = takings.flatMap(({ from, until, quantity }) => [
    { at: from, by: quantity },
    { at: until, by: -quantity },
  ]);
  steps.sort((a, b) => a.at - b.at);
  const changes: EpochMs[] = [];
  const levels: number[] = [];
  let level = 0;
  for (const { at, by } of steps) {
    level += by;
    if (changes.at(-1) === at) levels[levels.length - 1] = level;
    else {
      changes.push(at);
      levels.push(level);
    }
  }
  return { capacity, changes, levels };
}

/** An exception takes all of a resource, whatever it would be for a person. */
export function usageOfResource({ capacity, busy, exceptions }: ResourceCalendar): Usage {
  const closed = exceptions.map(({ startsAt, endsAt }) => ({ from: startsAt, until: endsAt, quantity: capacity }));
  return usageOf([...busy, ...closed], capacity);
}

/** The most units that are taken at once during the stretch. */
export function peakOf({ changes, levels }: Usage, { from, until }: Interval): number {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle] as EpochMs) <= from) low = middle + 1;
    else high = middle;
  }
  let peak = levels[low - 1] ?? 0;
  for (let i = low; i < changes.length && (changes[i] as EpochMs) < until; i++) {
    peak = Math.max(peak, levels[i] as number);
  }
  return peak;
}

/** When all of them together have fewer units left than are needed. */
export function shortagesOf(stock: readonly Usage[], quantity: number): Interval[] {
  const steps = stock.flatMap((usage) =>
    usage.changes.map((at, nr) => ({ at, by: freeAt(usage, nr) - freeAt(usage, nr - 1) })),
  );
  steps.sort((a, b) => a.at - b.at);
  let free = stock.reduce((sum, { capacity }) => sum + capacity, 0);
  let since: EpochMs | null = free < quantity ? Number.NEGATIVE_INFINITY : null;
  const short: Interval[] = [];
  for (const { at, by } of steps) {
    free += by;
    if (free < quantity) since ??= at;
    else if (since !== null) {
      if (since < at) short.push({ from: since, until: at });
      since = null;
    }
  }
  return since === null ? short : [...short, { from: since, until: Number.POSITIVE_INFINITY }];
}

function freeAt({ capacity, levels }: Usage, nr: number): number {
  return Math.max(0, capacity - (levels[nr] ?? 0));
}
