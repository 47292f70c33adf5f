import fc from "fast-check";
import Retell from "retell-sdk";
import { afterEach, describe, expect, it, vi } from "vitest";
import { isSigned } from "@/server/calls/adapters/retell";

const KEY = "key_of_the_test";
const NOW = Date.parse("2026-11-21T12:00:00Z");
/** The times that decide: the five minutes' edges, and what is no time at all. */
const AGES_MS = [-300_001, -300_000, -1, 0, 299_999, 300_000, 300_001];

afterEach(() => void vi.useRealTimers());

/** What the provider's SDK makes of it. */
const bySdk = (raw: string, signature: string, key = KEY) => Retell.verify(raw, key, signature);

describe("a signature is judged as the provider's SDK judges it", () => {
  it("for any body, and at the edges of its time", async () => {
    vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
    const bodies = fc.oneof(fc.string({ unit: "binary" }), fc.json(), fc.constant(""));
    await fc.assert(
      fc.asyncProperty(bodies, fc.constantFrom(...AGES_MS), async (raw, ageMs) => {
        vi.setSystemTime(NOW - ageMs);
        const signature = await Retell.sign(raw, KEY);
        vi.setSystemTime(NOW);
        const isGood = isSigned({ raw, signature }, KEY);
        expect(isGood).toBe(Math.abs(ageMs) <= 300_000);
        expect(isGood).toBe(await bySdk(raw, signature));
        expect(isSigned({ raw: `${raw} `, signature }, KEY)).toBe(false);
        expect(isSigned({ raw, signature }, "another")).toBe(false);
      }),
    );
  });

  it("whatever is wrong with it", async () => {
    const raw = JSON.stringify({ event: "call_started" });
    const good = await Retell.sign(raw, KEY);
    const [stamp, digest] = [good.slice(2, good.indexOf(",")), good.slice(-64)];
    const broken = [
      `v=${stamp},d=${digest.slice(1)}`,
      `v=${stamp},d=${digest}0`,
      `v=-${stamp},d=${digest}`,
      ` ${good}`,
    ];
    const odd = [
      `v=${stamp}0,d=${digest}`,
      `v=${"9".repeat(20)},d=${digest}`,
      `v=,d=${digest}`,
      digest,
      "",
      "v=1,d=zz",
    ];
    for (const signature of [...broken, ...odd, `${good}\n`, `v=${stamp},d=${"0".repeat(64)}`]) {
      expect(isSigned({ raw, signature }, KEY), signature).toBe(false);
      expect(await bySdk(raw, signature), signature).toBe(false);
    }
    expect(isSigned({ raw, signature: good.replace(digest, digest.toUpperCase()) }, KEY)).toBe(true);
    expect(isSigned({ raw, signature: good }, KEY)).toBe(true);
    expect(isSigned({ raw, signature: good }, undefined)).toBe(false);
    expect(isSigned({ raw, signature: null }, KEY)).toBe(false);
  });
});
