import type { TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { may } from "@/server/identity/rules/permissions";
import { getPolicy } from "@/server/policies/queries/get-policy";

interface BookingFacts {
  branchId: string;
  serviceId: string;
  counts: { lastHour: number; active: number };
}

/** Stops anybody from filling the calendar with one customer, unless they may decide against a policy. */
export async function requireBookingAllowed(tx: TransactionContext, facts: BookingFacts): Promise<void> {
  if (may(tx, "override_appointments")) return;
  const policy = await getPolicy(tx, { type: "booking", branchId: facts.branchId, serviceId: facts.serviceId });
  if (facts.counts.lastHour >= policy.maxPerHour) {
    throw new AppError({
      code: "POLICY_BLOCKED",
      reason: "too_many_bookings",
      details: { max_per_hour: policy.maxPerHour },
    });
  }
  if (policy.maxActivePerCustomer !== null && facts.counts.active >= policy.maxActivePerCustomer) {
    throw new AppError({ code: "POLICY_BLOCKED", reason: "too_many_active_bookings" });
  }
}
