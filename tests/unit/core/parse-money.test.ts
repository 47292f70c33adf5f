import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatMoney, parseMoney, writeMoney } from "@/server/core/money";

describe("an amount that a person types", () => {
  it.each([
    ["49", 4900],
    ["49,9", 4990],
    ["49.90 €", 4990],
    ["1.234,50", 123_450],
    ["1,234.50", 123_450],
    ["1'234.50 CHF", 123_450],
    ["1.234", 123_400],
    ["0,05", 5],
  ])("is read in German and in English: %s", (typed, cents) => {
    expect(parseMoney(typed)).toBe(cents);
  });

  it.each(["", "abc", "-5", "1,2,3", "12.34.56", "0,123", "1.23,45", "5 mal"])("is not guessed at: %s", (typed) => {
    expect(parseMoney(typed)).toBeNull();
  });

  it("comes back as it was, however it is written out", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.constantFrom("de", "en"), (cents, locale) => {
        expect(parseMoney(writeMoney(cents, locale))).toBe(cents);
        expect(parseMoney(formatMoney(cents, { currency: "EUR", locale }))).toBe(cents);
      }),
    );
  });
});
