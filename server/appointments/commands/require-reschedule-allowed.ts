import type { TransactionContext } from "@/server/core/context";
import { getPolicies } from "@/server/policies/queries/get-policy";
import { judgeReschedule } from "@/server/policies/rules/judge";
import type { AppointmentRow } from "../repository/read";
import { policySubjectOf } from "../rules/policy-subject";
import type { PolicyResult } from "../schema";
import { type Decision, decisionFacts } from "./decision";
import { requireAllowed } from "./require-cancellation-allowed";
import { requireOverride } from "./require-override";

/** What the reschedule policy says to moving it now. */
export async function judgeMove(
  tx: TransactionContext,
  { before, ...decision }: { before: AppointmentRow } & Decision,
): Promise<PolicyResult> {
  const subject = policySubjectOf(before);
  const { reschedule, cancellation } = await getPolicies(tx, { types: ["reschedule", "cancellation"], ...subject });
  const facts = { appointment: before, ...decisionFacts(tx, decision) };
  return judgeReschedule({ ...facts, policy: reschedule, feeTerms: cancellation });
}

/** Throws POLICY_BLOCKED; `details.policy` says whether a yes would do. */
export async function requireRescheduleAllowed(
  tx: TransactionContext,
  wish: { before: AppointmentRow } & Decision,
): Promise<PolicyResult> {
  requireOverride(tx, wish);
  return requireAllowed(await judgeMove(tx, wish));
}
