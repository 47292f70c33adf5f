import type { FeeExplanation } from "./verdict";

interface FeeTerms {
  feeCents: number | null;
  feePercent?: number | null;
}

/** A share of an amount in whole cents; half a cent counts as a whole one. */
export function shareOf(amountCents: number, percent: number): number {
  const hundredths = Math.round(percent * 100);
  return Math.floor((amountCents * hundredths + 5000) / 10_000);
}

/**
 * What a broken rule costs, and why. A fixed amount is taken as it is; a share is never above the price. A deposit that is
 * paid covers as much of it as it can. Null where the rule names no amount.
 */
export function feeFor(
  { feeCents, feePercent = null }: FeeTerms,
  { priceCents, depositPaidCents = 0 }: { priceCents: number; depositPaidCents?: number },
): FeeExplanation | null {
  if (feeCents === null && feePercent === null) return null;
  const amountCents = feeCents ?? shareOf(priceCents, feePercent ?? 0);
  const fromDepositCents = Math.min(amountCents, depositPaidCents);
  return {
    basis: feeCents === null ? "percent" : "fixed",
    percent: feeCents === null ? feePercent : null,
    priceCents,
    amountCents,
    fromDepositCents,
    openCents: amountCents - fromDepositCents,
  };
}
