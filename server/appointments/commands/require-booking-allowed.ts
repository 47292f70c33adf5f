import type { TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { getPolicy } from "@/server/policies/queries/get-policy";

interface BookingFacts {
  branchId: string;
  serviceId: string;
  counts: { lastHour: number; active: number };
}

/** Stops a customer, or whoever speaks for one, from filling the calendar; people of the business are free to. */
export async function requireBookingAllowed(tx: TransactionContext, facts: BookingFacts): Promise<void> {
  if (tx.actor.kind === "user") return;
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
