import type { TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { bookingPenaltyOf, strike } from "@/server/core/penalties";
import { may } from "@/server/identity/rules/permissions";
import { getPolicies } from "@/server/policies/queries/get-policy";
import type { DepositTerms } from "@/server/policies/rules/deposit";
import { judgeBooking } from "@/server/policies/rules/judge-booking";
import { lockBookingPace } from "../repository/read";

interface Wanted {
  customerId: string;
  branchId: string;
  serviceId: string;
  staffId?: string | null | undefined;
}

/**
 * Stops anybody from filling the calendar with one customer, unless they may decide against a policy. Whoever tries
 * beyond the hour's number waits, and longer each time that it happens. Answers on what terms a deposit is asked; whoever
 * may decide against a policy asks for none.
 */
export async function requireBookingAllowed(tx: TransactionContext, wanted: Wanted): Promise<DepositTerms | null> {
  if (may(tx, "override_appointments")) return null;
  const { customerId, ...subject } = wanted;
  const policies = await getPolicies(tx, { types: ["booking", "no_show", "deposit"], ...subject });
  const pace = await lockBookingPace(tx, wanted);
  if (pace.blockedUntil && pace.blockedUntil > tx.now)
    throw tooMany("RATE_LIMITED", secondsUntil(pace.blockedUntil, tx.now));
  const isByPerson = tx.actor.kind === "user" || tx.actor.kind === "impersonator";
  const refusal = judgeBooking({ ...pace, isByPerson, policy: policies.booking, noShowPolicy: policies.no_show });
  if (!refusal) return { ...pace, policy: policies.deposit, noShowPolicy: policies.no_show };
  if (refusal.reason !== "too_many_bookings") throw new AppError(refusal);
  const until = await strike(bookingPenaltyOf(customerId), tx.now);
  throw tooMany("POLICY_BLOCKED", secondsUntil(until, tx.now), refusal.details);
}

function tooMany(code: "RATE_LIMITED" | "POLICY_BLOCKED", retryAfterSeconds: number, more = {}): AppError {
  return new AppError({ code, reason: "too_many_bookings", details: { ...more, retryAfterSeconds } });
}

const secondsUntil = (until: Date, now: Date): number => Math.ceil((until.getTime() - now.getTime()) / 1000);
