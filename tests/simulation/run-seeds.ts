import { writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { kindsTooRare } from "./floors";
import { FAILED_ONCE, seedsOf, stepsOf } from "./seeds";
import { simulate } from "./simulate";

/** A test for each seed of this half, one after the other: several at once share nothing, and each costs a fifth more. */
export function testSeeds(half: 0 | 1): void {
  const steps = stepsOf();
  const seeds = seedsOf(half);
  const tallies: ReadonlyMap<string, number>[] = [];

  it.each(seeds)("ends alike on both sides, whatever happened on the way: seed %i", async (seed) => {
    const { wrongs, tally, trace } = await simulate({ seed, steps });
    tallies.push(tally);
    if (process.env.TRACE) writeFileSync(process.env.TRACE, trace.join("\n"));
    const known = FAILED_ONCE[seed] ? ` (was: ${FAILED_ONCE[seed]})` : "";
    expect(wrongs.map((wrong) => `npm run simulate -- --seed ${seed} --steps ${steps}${known}: ${wrong}`)).toEqual([]);
  });

  it("meets each kind of trouble often enough", () => {
    expect(tallies).toHaveLength(seeds.length);
    expect(kindsTooRare(tallies)).toEqual([]);
  });
}
