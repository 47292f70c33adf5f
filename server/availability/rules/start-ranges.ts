import type { Interval } from "./interval";

/** What one appointment takes: the service itself, and the buffers around it. */
export interface Timing {
  durationMs: number;
  bufferBeforeMs: number;
  bufferAfterMs: number;
}

export interface PersonTime {
  /** Merged; the service lies inside one of them, its buffers may pass them. */
  windows: readonly Interval[];
  /** Merged; neither the service nor its buffers may touch them. */
  busy: readonly Interval[];
}

/** All instants at which the service could start, whatever the grid: one sweep over windows and busy times. */
export function startRanges({ windows, busy }: PersonTime, timing: Timing): readonly Interval[] {
  const { durationMs, bufferBeforeMs, bufferAfterMs } = timing;
  const ranges: Interval[] = [];
  let next = 0;
  for (const window of windows) {
    const last = window.until - durationMs;
    let from = window.from;
    while (next < busy.length && (busy[next] as Interval).until + bufferBeforeMs <= from) next++;
    for (let i = next; i < busy.length && from <= last; i++) {
      const taken = busy[i] as Interval;
      const lastBefore = taken.from - durationMs - bufferAfterMs;
      if (lastBefore >= last) break;
      if (lastBefore >= from) ranges.push({ from, until: lastBefore + 1 });
      from = Math.max(from, taken.until + bufferBeforeMs);
    }
    if (from <= last) ranges.push({ from, until: last + 1 });
  }
  return ranges;
}
