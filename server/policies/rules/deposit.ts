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

/**
 * What has to be paid beforehand: the policy's amount, never above the price when it is a share; where the no-show rule names
 * a number, only from those who stayed away so often. What the service itself asks, it asks of everybody.
 */
export function depositDueCents(terms: DepositTerms, { priceCents }: { priceCents: number }): number | null {
  const { policy, noShowPolicy, noShowCount, serviceDepositCents } = terms;
  const { requireDepositAfter } = noShowPolicy;
  const isAsked = requireDepositAfter === null || noShowCount >= requireDepositAfter;
  const share = policy.percent === null ? null : shareOf(priceCents, policy.percent);
  const amount = (isAsked ? (policy.cents ?? share) : null) ?? serviceDepositCents;
  return amount && amount > 0 ? amount : null;
}

/** What of a deposit that is paid goes back to somebody who cancels now, before any fee is taken from it. */
export function refundableDepositCents(
  policy: DepositPolicy,
  { depositPaidCents, startsAt, now }: { depositPaidCents: number; startsAt: Date; now: Date },
): number {
  return hoursBetween(now, startsAt) >= policy.refundableUntilHours ? depositPaidCents : 0;
}
