import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { computeSlots } from "@/server/availability/rules/compute-slots";
import { DAY, MINUTE, toLocal } from "@/server/core/time";
import { monthOfSlots } from "../../bench/slots";

/** Steps through the month minute by minute. */
function byHand({ from, until, busy, zone }: ReturnType<typeof monthOfSlots>) {
  const starts: number[] = [];
  for (let at = from; at < until; at += 15 * MINUTE) {
    const { weekday, minutes } = toLocal(zone, at);
    const isAtWork = weekday >= 1 && weekday <= 5 && minutes >= 540 && minutes + 30 <= 1020;
    if (isAtWork && !busy.some((taken) => taken.from < at + 30 * MINUTE && at < taken.until)) starts.push(at);
  }
  return starts;
}

describe("a month of one person's slots", () => {
  it.each([0, 100, 1000])("is right over the clock change with %i busy times", (count) => {
    const month = monthOfSlots(count);
    const slots = computeSlots(month);
    expect(slots).toEqual(byHand(month));
    expect(slots.length).toBeGreaterThan(50);
  });

  it("does not depend on the order of the busy times", () => {
    const month = monthOfSlots(100);
    fc.assert(
      fc.property(fc.shuffledSubarray(month.busy as never[], { minLength: 100 }), (busy) => {
        expect(computeSlots({ ...month, busy })).toEqual(computeSlots(month));
      }),
      { numRuns: 20 },
    );
  });

  it("begins and ends with the asked range", () => {
    const month = monthOfSlots(0);
    const from = month.from + 2 * DAY + 9.5 * 60 * MINUTE;
    const slots = computeSlots({ ...month, from, until: from + 60 * MINUTE });
    expect(slots.map((at) => (at - from) / MINUTE)).toEqual([0, 15, 30, 45]);
  });
});
