import { expect, it } from "vitest";
import { changedPrice } from "@/server/catalog/services/rules/price-change";

it("adds a percentage and rounds to the step that prices are written in", () => {
  expect(changedPrice(4900, { percent: 5, roundToCents: 1 })).toBe(5145);
  expect(changedPrice(4900, { percent: 5, roundToCents: 10 })).toBe(5150);
  expect(changedPrice(4900, { percent: 5, roundToCents: 50 })).toBe(5150);
  expect(changedPrice(4900, { percent: 5, roundToCents: 100 })).toBe(5100);
  expect(changedPrice(3550, { percent: -10, roundToCents: 10 })).toBe(3200);
});

it("adds an amount, and never goes below nothing", () => {
  expect(changedPrice(4900, { cents: 250, roundToCents: 1 })).toBe(5150);
  expect(changedPrice(4900, { cents: -5000, roundToCents: 1 })).toBe(0);
  expect(changedPrice(0, { percent: 20, roundToCents: 1 })).toBe(0);
});

it("is not led astray by what binary fractions can't write", () => {
  expect(changedPrice(2900, { percent: 15, roundToCents: 50 })).toBe(3350);
  expect(changedPrice(1050, { percent: 10, roundToCents: 10 })).toBe(1160);
  expect(changedPrice(3000, { percent: 1.1, roundToCents: 1 })).toBe(3033);
});
