import { hoursBetween } from "@/server/core/time";
import type { DepositPolicy, NoShowPolicy } from "../schema";
import { shareOf } from "./fee";

/** On what terms a deposit is asked of a customer. */
export interface DepositTerms {
  policy: DepositPolicy;
  noShowPolicy: Pick<NoShowPolicy, "requireDepositAfter">;
  noShowCount: number;
  /** What the service itself asks of everybody. */
  serviceDepositCents: number | null;
}

/** How a deposit was asked: an amount, or a share of the price. */
export type DepositBasis = { cents: number; percent: null } | { cents: null; percent: number };

/**
 * How much is asked beforehand: what the policy says; where the no-show rule names a number, only from those who stayed away
 * so often. What the service itself asks, it asks of everybody.
 */
export function depositBasis(terms: DepositTerms): DepositBasis | null {
  const { policy, noShowPolicy, noShowCount, serviceDepositCents } = terms;
  const { requireDepositAfter } = noShowPolicy;
  const isAsked = requireDepositAfter === null || noShowCount >= requireDepositAfter;
  const { cents, percent } = isAsked ? policy : { cents: null, percent: null };
  if (cents === null && percent !== null) return percent > 0 ? { cents: null, percent } : null;
  const fixed = cents ?? serviceDepositCents;
  return fixed && fixed > 0 ? { cents: fixed, percent: null } : null;
}

/** The same, as a door tells it. */
interface Asked {
  cents: number | null;
  percent: number | null;
}

interface Prices {
  fullPriceCents: number;
  priceCents: number;
}

/** What that comes to: of a share, a share of what is left of the price; an amount that the full price covers is not above it. */
export function depositDueCents({ cents, percent }: Asked, prices: Prices): number | null {
  const { fullPriceCents, priceCents } = prices;
  if (percent !== null) return shareOf(priceCents, percent) || null;
  if (cents === null) return null;
  return cents > fullPriceCents ? cents : Math.min(cents, priceCents) || null;
}

/** What of a deposit that is paid goes back to somebody who cancels now, before any fee is taken from it. */
export function refundableDepositCents(
  policy: DepositPolicy,
  { depositPaidCents, startsAt, now }: { depositPaidCents: number; startsAt: Date; now: Date },
): number {
  return hoursBetween(now, startsAt) >= policy.refundableUntilHours ? depositPaidCents : 0;
}
