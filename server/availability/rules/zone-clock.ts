import { DAY, type EpochMs, zoneOffsetMs } from "@/server/core/time";

/** A stretch of time in which a zone's clock keeps one offset. */
export interface OffsetSpan {
  from: EpochMs;
  until: EpochMs;
  offsetMs: number;
  /** From here on the clock shows what it has not shown before; later than `from` after the change in October. */
  freshFrom: EpochMs;
}

/** A zone's offsets over the years of a window: looked up once, then plain arithmetic. */
export type ZoneClock = readonly OffsetSpan[];

const clocks = new Map<string, ZoneClock>();
/** No zone changes its clock twice within a week. */
const PROBE = 7 * DAY;

export function zoneClock(zone: string, window: { from: EpochMs; until: EpochMs }): ZoneClock {
  const firstYear = new Date(window.from - 2 * DAY).getUTCFullYear();
  const lastYear = new Date(window.until + 2 * DAY).getUTCFullYear();
  const key = `${zone} ${firstYear} ${lastYear}`;
  let clock = clocks.get(key);
  if (!clock) {
    clock = readClock(zone, { from: Date.UTC(firstYear, 0), until: Date.UTC(lastYear + 1, 0) });
    clocks.set(key, clock);
  }
  return clock;
}

function readClock(zone: string, { from, until }: { from: EpochMs; until: EpochMs }): ZoneClock {
  let offsetMs = zoneOffsetMs(zone, from);
  let span: OffsetSpan = { from: -Infinity, until: Infinity, offsetMs, freshFrom: -Infinity };
  const spans = [span];
  for (let probed = from; probed < until; probed += PROBE) {
    const next = zoneOffsetMs(zone, probed + PROBE);
    if (next === offsetMs) continue;
    const change = findChange(zone, { from: probed, until: probed + PROBE });
    span.until = change;
    span = { from: change, until: Infinity, offsetMs: next, freshFrom: change + Math.max(0, offsetMs - next) };
    spans.push(span);
    offsetMs = next;
  }
  return spans;
}

function findChange(zone: string, { from, until }: { from: EpochMs; until: EpochMs }): EpochMs {
  const before = zoneOffsetMs(zone, from);
  let low = from;
  let high = until;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (zoneOffsetMs(zone, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

/** The first instant at which the clock shows this reading or, where it jumps over it, a later one. */
export function firstInstantOf(clock: ZoneClock, wall: number): EpochMs {
  for (const { from, until, offsetMs } of clock) {
    if (wall - offsetMs < until) return Math.max(from, wall - offsetMs);
  }
  throw new RangeError("zone clock without an end");
}

/** What the clock shows at an instant, in milliseconds as if it were UTC. */
export function wallOf(clock: ZoneClock, at: EpochMs): number {
  for (const { until, offsetMs } of clock) if (at < until) return at + offsetMs;
  throw new RangeError("zone clock without an end");
}
