import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isWithin,
  NOTHING_TAKEN,
  remainingIn,
  rollTo,
  type WindowLimit,
  type WindowState,
  waitMs,
} from "@/server/core/request-limits/window";

const MINUTE = 60_000;
const limits = fc.record({
  limit: fc.integer({ min: 1, max: 200 }),
  windowMs: fc.constantFrom(1000, MINUTE, 3_600_000),
});
/** Requests of one caller: how long after the last one, in thousandths of a window. */
const gaps = fc.array(fc.integer({ min: 0, max: 2500 }), { minLength: 1, maxLength: 300 });

interface Run {
  limit: WindowLimit;
  state: WindowState;
  passed: number[];
}

/** Takes one if it is within the limit, as the stores do. */
function take(run: Run, nowMs: number): boolean {
  const rolled = rollTo(run.state, run.limit, nowMs);
  const one = { ...rolled, count: rolled.count + 1 };
  const isPassed = isWithin(one, run.limit, nowMs);
  run.state = isPassed ? one : rolled;
  if (isPassed) run.passed.push(nowMs);
  return isPassed;
}

function play(limit: WindowLimit, steps: number[]): { run: Run; nowMs: number } {
  const run: Run = { limit, state: NOTHING_TAKEN, passed: [] };
  let nowMs = 1_700_000_000_000;
  for (const step of steps) {
    nowMs += Math.round((step * limit.windowMs) / 1000);
    take(run, nowMs);
  }
  return { run, nowMs };
}

describe("a sliding window", () => {
  it("lets as many pass as the limit says, and the next ones when it tells them to come back", () => {
    const limit = { limit: 3, windowMs: MINUTE };
    const run: Run = { limit, state: NOTHING_TAKEN, passed: [] };
    const start = 1_700_000_040_000 - (1_700_000_040_000 % MINUTE);
    expect([1, 2, 3, 4].map(() => take(run, start))).toEqual([true, true, true, false]);
    const wait = waitMs(run.state, limit, start);
    expect(wait).toBe(MINUTE + MINUTE / 3);
    expect(take(run, start + wait - 1)).toBe(false);
    expect(take(run, start + wait)).toBe(true);
  });

  it("never lets more than the limit pass in one aligned window, nor twice the limit in any", () => {
    fc.assert(
      fc.property(limits, gaps, (limit, steps) => {
        const { passed } = play(limit, steps).run;
        for (const [at, from] of passed.entries()) {
          const within = passed.slice(at).filter((time) => time < from + limit.windowMs);
          expect(within.length).toBeLessThan(2 * limit.limit + 1);
          const aligned = passed.filter(
            (time) => Math.floor(time / limit.windowMs) === Math.floor(from / limit.windowMs),
          );
          expect(aligned.length).toBeLessThanOrEqual(limit.limit);
        }
      }),
    );
  });

  it("tells the first moment at which one more passes, to the millisecond", () => {
    fc.assert(
      fc.property(limits, gaps, (limit, steps) => {
        const { run, nowMs } = play(limit, steps);
        const rolled = rollTo(run.state, limit, nowMs);
        const wait = waitMs(rolled, limit, nowMs);
        const passesAt = (ms: number) => take({ ...run }, ms);
        expect(passesAt(nowMs + wait)).toBe(true);
        if (wait > 0) expect(passesAt(nowMs + wait - 1)).toBe(false);
        expect(wait).toBeLessThanOrEqual(2 * limit.windowMs);
      }),
    );
  });

  it("tells how many more pass, and so many do", () => {
    fc.assert(
      fc.property(limits, gaps, (limit, steps) => {
        const { run, nowMs } = play(limit, steps);
        const remaining = remainingIn(rollTo(run.state, limit, nowMs), limit, nowMs);
        for (let n = 0; n < remaining; n++) expect(take(run, nowMs)).toBe(true);
        expect(take(run, nowMs)).toBe(false);
      }),
    );
  });

  it("forgets everything after two windows, and joins the present one when a clock lags behind", () => {
    fc.assert(
      fc.property(limits, gaps, (limit, steps) => {
        const { run, nowMs } = play(limit, steps);
        expect(
          remainingIn(rollTo(run.state, limit, nowMs + 2 * limit.windowMs), limit, nowMs + 2 * limit.windowMs),
        ).toBe(limit.limit);
        expect(rollTo(run.state, limit, run.state.startedMs - 1)).toBe(run.state);
      }),
    );
  });
});
