import fc from "fast-check";
import { expect, it } from "vitest";
import { findSlots } from "@/server/availability/rules/find-slots";
import { anyChain } from "./random-chain";
import { everyChainStart, factsOf } from "./reference-chain";

const RUNS = 4000;

it("finds a chain exactly where trying everything finds one", { timeout: 240_000 }, () => {
  let found = 0;
  fc.assert(
    fc.property(anyChain, ({ request, data }) => {
      const expected = everyChainStart(factsOf({ request, data }));
      const { slots } = findSlots({ ...request, perStaff: true }, data);
      expect(slots.map(({ startsAt, staffId }) => ({ at: startsAt, staffId }))).toEqual(expected);
      if (expected.length > 0) found++;
    }),
    { numRuns: RUNS },
  );
  // Cases without a slot prove little: enough must have some.
  expect(found).toBeGreaterThan(RUNS / 4);
});
