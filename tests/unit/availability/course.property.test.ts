import fc from "fast-check";
import { expect, it } from "vitest";
import { findSlots } from "@/server/availability/rules/find-slots";
import type { Slot } from "@/server/availability/rules/slot";
import { MINUTE } from "@/server/core/time";
import { anyChain } from "./random-chain";
import { canComplete, type Facts, factsOf, nextSteps, type Step } from "./reference-chain";
import { canBeFurnished, flawsOfGrants } from "./reference-needs";

const RUNS = 3000;

/** The slot's segments as the reference would have placed them; throws where it would not. */
function stepsOf(slot: Slot, facts: Facts): Step[] {
  const steps: Step[] = [];
  for (const { startsAt, endsAt, staffId } of slot.segments) {
    const step = nextSteps(steps, facts, startsAt).find((one) => one.staffId === staffId && one.until === endsAt);
    expect(step, `segment ${steps.length} of ${JSON.stringify(slot)}`).toBeDefined();
    steps.push(step as Step);
  }
  return steps;
}

it("runs a chain as it may run, each link as early as the rest allows", { timeout: 240_000 }, () => {
  let waits = 0;
  fc.assert(
    fc.property(anyChain, ({ request, data }) => {
      const facts = factsOf({ request, data });
      for (const slot of findSlots({ ...request, strategy: "preferred", preferredStaffId: "ben" }, data).slots) {
        const steps = stepsOf(slot, facts);
        expect(canBeFurnished(steps, facts)).toBe(true);
        expect(flawsOfGrants(slot, steps, facts)).toEqual([]);
        for (const [nr, step] of steps.entries()) {
          const before = steps.slice(0, nr);
          waits += checkWait(step, before, facts);
          if (step.staffId === "ben") continue;
          const ben = nextSteps(before, facts, step.from).find(({ staffId }) => staffId === "ben");
          expect(ben && canComplete([...before, ben], facts)).not.toBe(true);
        }
      }
    }),
    { numRuns: RUNS },
  );
  expect(waits).toBeGreaterThan(RUNS / 50);
});

/** The wait is allowed, and no shorter one would do; 1 for a wait that was longer than it had to be. */
function checkWait({ from }: Step, before: readonly Step[], facts: Facts): 0 | 1 {
  const last = before.at(-1);
  const piece = facts.pieces[before.length];
  if (!last || !piece) return 0;
  const wait = (from - last.until) / MINUTE;
  expect(wait).toBeGreaterThanOrEqual(piece.waitMin);
  expect(wait).toBeLessThanOrEqual(piece.waitMax);
  for (let less = piece.waitMin; less < wait; less += 5) {
    const earlier = nextSteps(before, facts, last.until + less * MINUTE);
    expect(earlier.some((step) => canComplete([...before, step], facts))).toBe(false);
  }
  return wait > piece.waitMin ? 1 : 0;
}
