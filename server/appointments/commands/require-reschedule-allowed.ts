import type { TransactionContext } from "@/server/core/context";
import { getPolicies } from "@/server/policies/queries/get-policy";
import { judgeReschedule } from "@/server/policies/rules/judge";
import type { AppointmentRow } from "../repository/read";
import { policySubjectOf } from "../rules/policy-subject";
import type { PolicyResult } from "../schema";
import { mayOverride } from "./load-appointment";
import { type Decision, requireAllowed } from "./require-cancellation-allowed";

/** What the reschedule policy says to moving it now. */
export async function judgeMove(
  tx: TransactionContext,
  { before, isConfirmed, waivesFee }: { before: AppointmentRow } & Decision,
): Promise<PolicyResult> {
  const subject = policySubjectOf(before);
  const { reschedule, cancellation } = await getPolicies(tx, { types: ["reschedule", "cancellation"], ...subject });
  const facts = { appointment: before, now: tx.now, isConfirmed, waivesFee: waivesFee ?? false };
  return judgeReschedule({ ...facts, mayOverride: mayOverride(tx), policy: reschedule, feeTerms: cancellation });
}

/** Throws POLICY_BLOCKED; `details.policy` says whether a yes would do. */
export async function requireRescheduleAllowed(
  tx: TransactionContext,
  wish: { before: AppointmentRow } & Decision,
): Promise<PolicyResult> {
  return requireAllowed(await judgeMove(tx, wish));
}
