import fc from "fast-check";
import { expect, it } from "vitest";
import { findSlots } from "@/server/availability/rules/find-slots";
import { Tally } from "./features";
import { anyChain } from "./random-chain";
import { everyChainStart, factsOf } from "./reference-chain";

const RUNS = 4000;

it("finds a chain exactly where trying everything finds one", { timeout: 480_000 }, () => {
  let found = 0;
  const tally = new Tally();
  fc.assert(
    fc.property(anyChain, ({ request, data }) => {
      const expected = everyChainStart(factsOf({ request, data }));
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
  tally.expectAtLeast(RUNS / 80, ["split shift", "break over a boundary"]);
  tally.expectAtLeast(RUNS / 25, ["spring", "autumn"]);
  tally.expectAtLeast(RUNS / 25, ["staff-free segment", "several people at once", "resource with capacity"]);
});
