import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  containsInterval,
  type Interval,
  intersectIntervals,
  mergeIntervals,
  subtractIntervals,
} from "@/server/availability/rules/interval";

const SIZE = 40;
const anyList = fc.array(fc.record({ from: fc.nat(SIZE), until: fc.nat(SIZE) }), { maxLength: 10 });
const anyMerged = anyList.map(mergeIntervals);

/** The units that a list covers, one by one. */
const units = (list: readonly Interval[]) =>
  Array.from({ length: SIZE }, (_, unit) => list.some(({ from, until }) => from <= unit && unit < until));

function expectMerged(list: readonly Interval[]) {
  for (const [index, { from, until }] of list.entries()) {
    expect(from).toBeLessThan(until);
    expect(from).toBeGreaterThan(list[index - 1]?.until ?? -1);
  }
}

describe("intervals", () => {
  it("merges to the same time, sorted and apart", () => {
    fc.assert(
      fc.property(anyList, (list) => {
        expect(units(mergeIntervals(list))).toEqual(units(list));
        expectMerged(mergeIntervals(list));
      }),
    );
  });

  it("joins stretches that touch and drops those that end before they start", () => {
    const list = [
      { from: 5, until: 9 },
      { from: 1, until: 5 },
      { from: 20, until: 12 },
    ];
    expect(mergeIntervals(list)).toEqual([{ from: 1, until: 9 }]);
  });

  it("leaves the list that it merges as it was", () => {
    const list = Object.freeze([Object.freeze({ from: 3, until: 9 }), Object.freeze({ from: 1, until: 5 })]);
    expect(mergeIntervals(list)).toEqual([{ from: 1, until: 9 }]);
    expect(list).toEqual([
      { from: 3, until: 9 },
      { from: 1, until: 5 },
    ]);
  });

  it("subtracts unit by unit", () => {
    fc.assert(
      fc.property(anyMerged, anyMerged, (list, holes) => {
        const left = subtractIntervals(list, holes);
        expect(units(left)).toEqual(units(list).map((isIn, unit) => isIn && !units(holes)[unit]));
        expectMerged(left);
      }),
    );
  });

  it("intersects unit by unit", () => {
    fc.assert(
      fc.property(anyMerged, anyMerged, (a, b) => {
        const shared = intersectIntervals(a, b);
        expect(units(shared)).toEqual(units(a).map((isIn, unit) => isIn && units(b)[unit]));
        expectMerged(shared);
      }),
    );
  });

  it("contains a stretch when every unit of it is there", () => {
    fc.assert(
      fc.property(anyMerged, fc.nat(SIZE - 2), fc.integer({ min: 1, max: 10 }), (list, from, length) => {
        const until = Math.min(SIZE, from + length);
        expect(containsInterval(list, { from, until })).toBe(units(list).slice(from, until).every(Boolean));
      }),
    );
  });
});
