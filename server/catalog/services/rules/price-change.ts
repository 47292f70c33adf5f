import type { PriceChange } from "../schema/price";

/** What a price becomes: commercially rounded to the step that the business writes its prices in, never below nothing. */
export function changedPrice(priceCents: number, { percent, cents, roundToCents }: PriceChange): number {
  const wanted = percent === undefined ? priceCents + (cents ?? 0) : priceCents * (1 + percent / 100);
  // Half a cent that is only a binary fraction's error must not decide.
  const steps = Math.round(Number((wanted / roundToCents).toFixed(6)));
  return Math.max(0, steps * roundToCents);
}
