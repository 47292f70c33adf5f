import { describe, expect, it } from "vitest";
import { findSlots } from "@/server/availability/rules/find-slots";
import type { SlotRequest } from "@/server/availability/rules/slot";
import { cut, onDay, person, resource, salon, segment, TUESDAY, timesOf } from "./salon";

const chain = [segment({ gapAfterMaxMinutes: 30, resourceType: "room" }), segment({ staffMode: "any" })];
const data = salon({
  services: [cut({ segments: chain })],
  staff: [person("anna"), person("ben")],
  resources: [resource("red")],
  slotIntervalMinutes: 5,
});
const search = (overrides: Partial<SlotRequest> = {}) => findSlots(onDay(TUESDAY, overrides), data);
/** Another so many milliseconds gone by at each look. */
const ticking = (ms: number) => {
  let elapsed = 0;
  return () => {
    elapsed += ms;
    return elapsed;
  };
};

describe("a search that somebody waits for", () => {
  it("answers with the first times that it found, and says that there was too much to try", () => {
    const all = search().slots;
    const { slots, reason } = search({ stopwatch: ticking(100) });
    expect(reason).toBe("too_complex");
    expect(slots.length).toBeGreaterThan(5);
    expect(slots.length).toBeLessThan(all.length);
    expect(slots).toEqual(all.slice(0, slots.length));
  });

  it("says it also when it has found nothing", () => {
    expect(search({ stopwatch: ticking(1000), from: onDay(TUESDAY).from }).reason).toBe("too_complex");
  });

  it("has as much to say as ever when it is fast enough", () => {
    const { slots, reason } = search({ stopwatch: ticking(0.01) });
    expect(reason).toBeUndefined();
    expect(timesOf(slots)).toEqual(timesOf(search().slots));
  });
});
