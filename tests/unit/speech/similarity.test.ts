import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance, likeness, plainLetters, trigramSimilarity } from "@/server/speech/rules/similarity";

describe("editDistance", () => {
  it.each([
    ["freitag", "freitag", 0],
    ["freitag", "fretiag", 1],
    ["mittwoch", "mitwoch", 1],
    ["", "abc", 3],
    ["haus", "maus", 1],
  ])("counts the changes from %j to %j", (a, b, changes) => {
    expect(editDistance(a, b)).toBe(changes);
  });

  it("is the same both ways and never more than the longer text", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});

it("finds trigrams in common", () => {
  expect(trigramSimilarity("word", "word")).toBe(1);
  expect(trigramSimilarity("word", "two words")).toBeCloseTo(4 / 11, 1);
  expect(likeness("", "")).toBe(0);
});

it("folds umlauts and marks away", () => {
  expect(plainLetters(" Müller-Lüdenscheidt, Ägidius! ")).toBe("mueller luedenscheidt aegidius");
});
