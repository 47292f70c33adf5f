import fc from "fast-check";
import { expect, it } from "vitest";
import { explainSlot } from "@/server/availability/rules/explain-slot";
import { findSlots } from "@/server/availability/rules/find-slots";
import { MINUTE } from "@/server/core/time";
import { everyStart } from "./brute-force";
import { Tally } from "./features";
import { anyCase } from "./random-calendar";

const RUNS = 2500;

it("finds exactly the starts that looking at every minute finds", { timeout: 480_000 }, () => {
  let found = 0;
  const tally = new Tally();
  fc.assert(
    fc.property(anyCase, ({ request, data }) => {
      const expected = everyStart(request, data);
      const { slots } = findSlots({ ...request, perStaff: true }, data);
      expect(slots.map(({ startsAt, staffId }) => ({ at: startsAt, staffId }))).toEqual(expected);
      if (expected.length > 0) {
        found++;
        tally.add({ request, data });
      }
    }),
    { numRuns: RUNS },
  );
  // Cases without a slot prove little: enough must have some.
  expect(found).toBeGreaterThan(RUNS / 4);
  tally.expectAtLeast(RUNS / 25, ["spring", "autumn", "split shift", "break over a boundary"]);
});

it("offers each start once, with somebody who is free, and a reason exactly when there is none", {
  timeout: 480_000,
}, () => {
  const strategy = fc.constantFrom("least_loaded", "round_robin", "highest_proficiency", "preferred" as const);
  fc.assert(
    fc.property(anyCase, strategy, ({ request, data }, chosen) => {
      const each = findSlots({ ...request, perStaff: true }, data).slots;
      const { slots, reason } = findSlots({ ...request, strategy: chosen, preferredStaffId: "ben" }, data);
      expect(slots.map((slot) => slot.startsAt)).toEqual([...new Set(each.map((slot) => slot.startsAt))]);
      for (const slot of slots) expect(each).toContainEqual(slot);
      expect(reason === undefined).toBe(slots.length > 0);
    }),
    { numRuns: RUNS / 5 },
  );
});

it("explains any instant as the search sees it", { timeout: 480_000 }, () => {
  fc.assert(
    fc.property(anyCase, fc.nat({ max: 1440 }), ({ request, data }, minute) => {
      const startsAt = request.from + minute * MINUTE;
      const range = { from: startsAt, until: startsAt + MINUTE };
      const isBookable = everyStart({ ...request, ...range }, data).length > 0;
      expect(explainSlot({ ...request, startsAt }, data) === null).toBe(isBookable);
    }),
    { numRuns: RUNS },
  );
});
