import { type EpochMs, MINUTE } from "@/server/core/time";
import { type Interval, intersectIntervals, mergeIntervals } from "./interval";
import { localDays } from "./local-day";
import { openTimes } from "./schedule";
import { gridStarts } from "./slot-grid";
import { startRanges } from "./start-ranges";
import type { WorkingHour } from "./weekly-hours";
import { zoneClock } from "./zone-clock";

/** One person, one service: the engine's core without choices. */
export interface SlotComputation {
  zone: string;
  /** Starts are wanted in [from, until). */
  from: EpochMs;
  until: EpochMs;
  hours: readonly WorkingHour[];
  /** Fastest when sorted and free of overlaps. */
  busy: readonly Interval[];
  durationMinutes: number;
  intervalMinutes: number;
  bufferBeforeMinutes?: number;
  bufferAfterMinutes?: number;
}

/** Every start at which the service fits into the working hours beside the busy times, ascending. */
export function computeSlots(input: SlotComputation): EpochMs[] {
  const { zone, from, until, hours, busy } = input;
  const durationMs = input.durationMinutes * MINUTE;
  const window = { from, until: until + durationMs };
  const clock = zoneClock(zone, window);
  const windows = openTimes({ hours, exceptions: [] }, { clock, days: localDays(clock, window) });
  const ranges = startRanges(
    { windows, busy: mergeIntervals(busy) },
    {
      durationMs,
      bufferBeforeMs: (input.bufferBeforeMinutes ?? 0) * MINUTE,
      bufferAfterMs: (input.bufferAfterMinutes ?? 0) * MINUTE,
    },
  );
  const asked = intersectIntervals(ranges, [{ from, until }]);
  return gridStarts(asked, { clock, intervalMs: input.intervalMinutes * MINUTE });
}
