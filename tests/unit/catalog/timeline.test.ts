import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { totalMinutes } from "@/server/catalog/services/rules/chain";
import { drawTimeline, type TimelineSegment } from "@/server/catalog/services/rules/timeline";

const link = fc
  .record({
    durationMinutes: fc.integer({ min: 1, max: 180 }),
    gapAfterMinMinutes: fc.integer({ min: 0, max: 60 }),
    longer: fc.integer({ min: 0, max: 60 }),
    isStaffFree: fc.boolean(),
    who: fc.constantFrom("same", "any", "anna", "ben"),
  })
  .map(({ longer, who, ...rest }): TimelineSegment => {
    const isNamed = who === "anna" || who === "ben";
    const mode = isNamed ? ({ staffMode: "specific", staffId: who } as const) : { staffMode: who as "same" | "any" };
    return { ...rest, gapAfterMaxMinutes: rest.gapAfterMinMinutes + longer, ...mode };
  });
const course = fc.record({
  segments: fc.array(link, { minLength: 1, maxLength: 8 }),
  bufferBeforeMinutes: fc.integer({ min: 0, max: 60 }),
  bufferAfterMinutes: fc.integer({ min: 0, max: 60 }),
});

const minutesOf = (bars: readonly { fromMinute: number; untilMinute: number }[]) =>
  bars.reduce((sum, { fromMinute, untilMinute }) => sum + untilMinute - fromMinute, 0);

describe("the course of a service", () => {
  it("leads the customer without a hole from the first minute to the last", () => {
    fc.assert(
      fc.property(course, (given) => {
        const { customer, shortestMinutes } = drawTimeline(given);
        expect(customer[0]?.fromMinute).toBe(0);
        const ends = customer.map(({ untilMinute }) => untilMinute);
        expect(customer.slice(1).map(({ fromMinute }) => fromMinute)).toEqual(ends.slice(0, -1));
        expect(customer.at(-1)?.untilMinute).toBe(shortestMinutes);
        expect(minutesOf(customer)).toBe(totalMinutes(given.segments).shortest);
      }),
    );
  });

  it("gives each link to exactly one person, in order and for as long as it takes", () => {
    fc.assert(
      fc.property(course, (given) => {
        const { lanes } = drawTimeline(given);
        const links = lanes.flatMap(({ bars }) => bars.filter(({ kind }) => kind !== "buffer"));
        expect(links.map(({ position }) => position).sort((a, b) => a - b)).toEqual(given.segments.map((_, at) => at));
        for (const { position, kind, fromMinute, untilMinute } of links) {
          expect(untilMinute - fromMinute).toBe(given.segments[position]?.durationMinutes);
          expect(kind).toBe(given.segments[position]?.isStaffFree ? "free" : "work");
        }
        for (const { bars } of lanes)
          for (const [at, bar] of bars.slice(1).entries())
            expect(bar.fromMinute).toBeGreaterThanOrEqual(bars[at]?.untilMinute ?? 0);
      }),
    );
  });

  it("counts what is taken and what is free for others", () => {
    fc.assert(
      fc.property(course, (given) => {
        const { segments, bufferBeforeMinutes, bufferAfterMinutes } = given;
        const { takenMinutes, freeMinutes, shortestMinutes } = drawTimeline(given);
        const work = segments.filter(({ isStaffFree }) => !isStaffFree);
        const before = segments[0]?.isStaffFree ? 0 : bufferBeforeMinutes;
        const after = segments.at(-1)?.isStaffFree ? 0 : bufferAfterMinutes;
        const worked = work.reduce((sum, { durationMinutes }) => sum + durationMinutes, 0);
        expect(takenMinutes).toBe(worked + before + after);
        expect(freeMinutes).toBe(shortestMinutes - worked);
      }),
    );
  });

  it("keeps a person through what leaves them free, and brings a named one back to their own lane", () => {
    const base = { durationMinutes: 30, gapAfterMinMinutes: 0, gapAfterMaxMinutes: 0, isStaffFree: false };
    const { lanes } = drawTimeline({
      segments: [
        { ...base, staffMode: "specific", staffId: "anna" },
        { ...base, staffMode: "any", isStaffFree: true },
        { ...base, staffMode: "any" },
        { ...base, staffMode: "specific", staffId: "anna" },
      ],
      ...{ bufferBeforeMinutes: 0, bufferAfterMinutes: 10 },
    });
    expect(lanes.map(({ staffId, bars }) => [staffId, bars.map(({ kind }) => kind)])).toEqual([
      ["anna", ["work", "free", "work", "buffer"]],
      [null, ["work"]],
    ]);
  });
});
