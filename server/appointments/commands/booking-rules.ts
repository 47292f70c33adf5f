import type { TransactionContext } from "@/server/core/context";
import { may } from "@/server/identity/rules/permissions";
import { openPolicies } from "@/server/policies/queries/get-policy";
import { depositBasis } from "@/server/policies/rules/deposit";
import { judgeBooking } from "@/server/policies/rules/judge-booking";
import { findBookingPace } from "../repository/read";

export interface WantedBooking {
  customerId: string;
  branchId: string;
  serviceId: string;
  staffId?: string | null | undefined;
}

/** What the rules say to a booking of this customer now, for whoever may begin; nobody for as long as that is open. */
export async function openBookingRules(tx: TransactionContext, { customerId, branchId, serviceId }: WantedBooking) {
  const { policiesFor, staffIds } = await openPolicies(tx, ["booking", "no_show", "deposit"]);
  const pace = await findBookingPace(tx, { customerId, serviceId });
  const isTrusted = may(tx, "override_appointments");
  const isByPerson = tx.actor.kind === "user" || tx.actor.kind === "impersonator";
  const rulesOf = (staffId: string | null) => policiesFor({ branchId, serviceId, staffId });
  return {
    blockedUntil: isTrusted ? null : pace.blockedUntil,
    /** Those whose word may differ from everybody's. */
    staffIds,
    refusalFor: (staffId: string | null) => {
      const { booking, no_show } = rulesOf(staffId);
      return judgeBooking({ ...pace, isByPerson, isTrusted, policy: booking, noShowPolicy: no_show });
    },
    depositFor: (staffId: string | null) => {
      const { deposit, no_show } = rulesOf(staffId);
      return depositBasis({ ...pace, policy: deposit, noShowPolicy: no_show });
    },
  };
}
