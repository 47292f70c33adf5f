import type { Refusal } from "@/server/core/errors";
import type { BookingPolicy, NoShowPolicy } from "../schema";

interface BookingFacts {
  policy: BookingPolicy;
  noShowPolicy: NoShowPolicy;
  /** Appointments that the customer made within the last hour, and those that still lie before them. */
  lastHour: number;
  active: number;
  noShowCount: number;
  /** A person of the business books: whoever stayed away too often has asked one. */
  isByPerson: boolean;
  /** Whoever may decide against policies fills no calendar to do harm, and takes over whole lists of bookings. */
  isTrusted: boolean;
}

/** Why this customer may not book now, or null. */
export function judgeBooking(facts: BookingFacts): Refusal | null {
  const { policy, noShowPolicy, lastHour, active, noShowCount, isByPerson, isTrusted } = facts;
  const refuse = (reason: string, details: Record<string, unknown>): Refusal => ({
    code: "POLICY_BLOCKED",
    reason,
    details,
  });
  if (lastHour >= policy.maxPerHour && !isTrusted)
    return refuse("too_many_bookings", { max_per_hour: policy.maxPerHour });
  const { maxActivePerCustomer } = policy;
  if (maxActivePerCustomer !== null && active >= maxActivePerCustomer)
    return refuse("too_many_active_bookings", { max_active_per_customer: maxActivePerCustomer });
  const { blockAfter } = noShowPolicy;
  if (blockAfter !== null && noShowCount >= blockAfter && !isByPerson)
    return refuse("too_many_no_shows", { block_after: blockAfter });
  return null;
}

interface BookingTerms {
  minNoticeMinutes: number;
  maxHorizonDays: number;
}

/** How soon and how far ahead one may book: the policy's word where it has one, else what the service and the company say. */
export function bookingTermsOf(
  policy: Pick<BookingPolicy, "minNoticeMinutes" | "maxHorizonDays">,
  terms: BookingTerms,
): BookingTerms {
  return {
    minNoticeMinutes: policy.minNoticeMinutes ?? terms.minNoticeMinutes,
    maxHorizonDays: policy.maxHorizonDays ?? terms.maxHorizonDays,
  };
}
