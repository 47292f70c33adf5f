import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type DepositTerms,
  depositBasis,
  depositDueCents,
  refundableDepositCents,
} from "@/server/policies/rules/deposit";
import { feeFor, shareOf } from "@/server/policies/rules/fee";

const price = fc.integer({ min: 0, max: 1_000_000 });
const hundredths = fc.integer({ min: 0, max: 10_000 });
const amount = fc.option(fc.integer({ min: 0, max: 2_000_000 }));

describe("a share", () => {
  it("is whole cents, never above the price, half a cent counted as a whole one", () => {
    fc.assert(
      fc.property(price, hundredths, (cents, share) => {
        const result = shareOf(cents, share / 100);
        expect(Number.isInteger(result)).toBe(true);
        expect(result).toBeLessThanOrEqual(cents);
        // The exact share, in whole numbers only: 2 * price * hundredths compared with the cent's halves.
        const exact = BigInt(cents) * BigInt(share) * 2n;
        expect(exact - BigInt(result) * 20_000n).toBeLessThan(10_000n);
        expect(exact - BigInt(result) * 20_000n).toBeGreaterThanOrEqual(-10_000n);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    [2900, 50, 1450],
    [2901, 50, 1451],
    [999, 33.33, 333],
    [1, 50, 1],
    [1, 49.99, 0],
    [0, 100, 0],
  ])("of %i at %d %% is %i", (cents, percent, expected) => {
    expect(shareOf(cents, percent)).toBe(expected);
  });
});

describe("a fee", () => {
  it("is never above the price unless a fixed amount says so, and is what deposit and open item sum up to", () => {
    fc.assert(
      fc.property(
        price,
        amount,
        fc.option(hundredths),
        fc.integer({ min: 0, max: 50_000 }),
        (cents, feeCents, share, paid) => {
          const feePercent = share === null ? null : share / 100;
          const fee = feeFor({ feeCents, feePercent }, { priceCents: cents, depositPaidCents: paid });
          if (feeCents === null && feePercent === null) {
            expect(fee).toBeNull();
            return;
          }
          if (!fee) throw new Error("a rule that names an amount has a fee");
          expect(fee.amountCents).toBeGreaterThanOrEqual(0);
          if (feeCents === null) expect(fee.amountCents).toBeLessThanOrEqual(cents);
          else expect(fee.amountCents).toBe(feeCents);
          expect(fee.fromDepositCents + fee.openCents).toBe(fee.amountCents);
          expect(fee.fromDepositCents).toBeLessThanOrEqual(paid);
          expect(fee.openCents).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe("a deposit", () => {
  const policy = { percent: 20, cents: null, refundableUntilHours: 24 };
  const facts = { policy, noShowCount: 0, serviceDepositCents: null };
  const dueOf = (terms: DepositTerms, prices = { fullPriceCents: 5000, priceCents: 5000 }) => {
    const basis = depositBasis(terms);
    return basis && depositDueCents(basis, prices);
  };
  const askAll = { noShowPolicy: { requireDepositAfter: null } };
  const askAfterTwo = { noShowPolicy: { requireDepositAfter: 2 } };

  it("is asked from everybody, or from those who stayed away too often", () => {
    expect(dueOf({ ...facts, ...askAll })).toBe(1000);
    expect(dueOf({ ...facts, ...askAfterTwo })).toBeNull();
    expect(dueOf({ ...facts, ...askAfterTwo, noShowCount: 2 })).toBe(1000);
  });

  it("is the service's own where no rule names an amount", () => {
    const none = { ...policy, percent: null };
    expect(dueOf({ ...facts, ...askAll, policy: none, serviceDepositCents: 700 })).toBe(700);
    expect(dueOf({ ...facts, ...askAll, policy: none })).toBeNull();
    expect(dueOf({ ...facts, ...askAfterTwo, serviceDepositCents: 700 })).toBe(700);
  });

  it("is a share of what is left of the price, an amount no more than that, and none of nothing", () => {
    const fixed = (cents: number, priceCents: number) =>
      dueOf({ ...facts, ...askAll, policy: { ...policy, percent: null, cents } }, { fullPriceCents: 5000, priceCents });
    expect([fixed(2000, 3000), fixed(2000, 500), fixed(2000, 0), fixed(6000, 500)]).toEqual([2000, 500, null, 6000]);
    expect(dueOf({ ...facts, ...askAll }, { fullPriceCents: 5000, priceCents: 3000 })).toBe(600);
    expect(dueOf({ ...facts, ...askAll }, { fullPriceCents: 5000, priceCents: 0 })).toBeNull();
  });

  it("goes back up to the stated hour, and not after it", () => {
    const startsAt = new Date("2026-12-02T09:00:00Z");
    const back = (now: string) =>
      refundableDepositCents(policy, { depositPaidCents: 1000, startsAt, now: new Date(now) });
    expect(back("2026-12-01T09:00:00Z")).toBe(1000);
    expect(back("2026-12-01T09:00:01Z")).toBe(0);
  });
});
