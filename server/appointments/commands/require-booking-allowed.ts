import type { TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { bookingPenaltyOf, strike } from "@/server/core/penalties";
import { may } from "@/server/identity/rules/permissions";
import { getPolicy } from "@/server/policies/queries/get-policy";
import { lockBookingPace } from "../repository/read";

interface Wanted {
  customerId: string;
  branchId: string;
  serviceId: string;
}

/**
 * Stops anybody from filling the calendar with one customer, unless they may decide against a policy. Whoever tries
 * beyond the hour's number waits, and longer each time that it happens.
 */
export async function requireBookingAllowed(tx: TransactionContext, wanted: Wanted): Promise<void> {
  if (may(tx, "override_appointments")) return;
  const { customerId, branchId, serviceId } = wanted;
  const policy = await getPolicy(tx, { type: "booking", branchId, serviceId });
  const { lastHour, active, blockedUntil } = await lockBookingPace(tx, customerId);
  if (blockedUntil && blockedUntil > tx.now) throw tooMany("RATE_LIMITED", secondsUntil(blockedUntil, tx.now));
  if (lastHour >= policy.maxPerHour) {
    const until = await strike(bookingPenaltyOf(customerId), tx.now);
    throw tooMany("POLICY_BLOCKED", secondsUntil(until, tx.now), { max_per_hour: policy.maxPerHour });
  }
  if (policy.maxActivePerCustomer !== null && active >= policy.maxActivePerCustomer) {
    throw new AppError({ code: "POLICY_BLOCKED", reason: "too_many_active_bookings" });
  }
}

function tooMany(code: "RATE_LIMITED" | "POLICY_BLOCKED", retryAfterSeconds: number, more = {}): AppError {
  return new AppError({ code, reason: "too_many_bookings", details: { ...more, retryAfterSeconds } });
}

const secondsUntil = (until: Date, now: Date): number => Math.ceil((until.getTime() - now.getTime()) / 1000);
