import { DAY, type EpochMs } from "@/server/core/time";
import type { Interval } from "./interval";
import type { OffsetSpan, ZoneClock } from "./zone-clock";

export interface SlotGrid {
  clock: ZoneClock;
  intervalMs: number;
}

/**
 * The starts within the ranges (merged) that lie on the grid, counted from each local midnight by the wall clock.
 * A reading that the clock shows twice counts once, the first time; one that it jumps over does not exist.
 */
export function gridStarts(ranges: readonly Interval[], { clock, intervalMs }: SlotGrid): EpochMs[] {
  if (!(intervalMs > 0)) throw new RangeError("slot interval must be positive");
  const starts: EpochMs[] = [];
  let index = 0;
  for (const range of ranges) {
    let from = range.from;
    while (from < range.until) {
      while ((clock[index] as OffsetSpan).until <= from) index++;
      const { until, offsetMs, freshFrom } = clock[index] as OffsetSpan;
      const wall = Math.max(from, freshFrom) + offsetMs;
      const midnight = Math.floor(wall / DAY) * DAY;
      const end = Math.min(range.until, until, midnight + DAY - offsetMs);
      const first = midnight + Math.ceil((wall - midnight) / intervalMs) * intervalMs - offsetMs;
      for (let at = first; at < end; at += intervalMs) starts.push(at);
      from = end;
    }
  }
  return starts;
}
