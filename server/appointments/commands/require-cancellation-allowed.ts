import type { TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { getPolicies } from "@/server/policies/queries/get-policy";
import { judgeCancellation } from "@/server/policies/rules/judge";
import { judgedWithDeposit } from "../deposits/queries/judged-with-deposit";
import { countCancellationsThisMonth } from "../repository/modification-stats";
import type { AppointmentRow } from "../repository/read";
import { policySubjectOf } from "../rules/policy-subject";
import type { PolicyResult } from "../schema";
import { type Decision, decisionFacts } from "./decision";
import { requireOverride } from "./require-override";

/** What the cancellation policy says to cancelling it now. */
export async function judgeCancelling(
  tx: TransactionContext,
  { before, ...decision }: { before: AppointmentRow } & Decision,
): Promise<PolicyResult> {
  const subject = policySubjectOf(before);
  const { cancellation, deposit } = await getPolicies(tx, { types: ["cancellation", "deposit"], ...subject });
  const cancellationsThisMonth = await countCancellationsThisMonth(tx, before.customer.id);
  const appointment = await judgedWithDeposit(tx, before);
  const policies = { policy: cancellation, depositPolicy: deposit, cancellationsThisMonth };
  return judgeCancellation({ appointment, ...decisionFacts(tx, decision), ...policies });
}

/** Throws POLICY_BLOCKED; `details.policy` says whether a yes would do. */
export async function requireCancellationAllowed(
  tx: TransactionContext,
  wish: { before: AppointmentRow } & Decision,
): Promise<PolicyResult> {
  requireOverride(tx, wish);
  return requireAllowed(await judgeCancelling(tx, wish));
}

export function requireAllowed(policy: PolicyResult): PolicyResult {
  if (policy.isAllowed) return policy;
  throw new AppError({ code: "POLICY_BLOCKED", reason: policy.reason ?? "policy", details: { policy } });
}

/** The rule that somebody decided against, if anybody did. */
export const overriddenBy = ({ isAllowed, action, reason }: PolicyResult): string | null =>
  isAllowed && action === "block" ? reason : null;
