import type { TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { getPolicies } from "@/server/policies/queries/get-policy";
import { judgeCancellation } from "@/server/policies/rules/judge";
import { countCancellationsThisMonth } from "../repository/modification-stats";
import type { AppointmentRow } from "../repository/read";
import { policySubjectOf } from "../rules/policy-subject";
import type { PolicyResult } from "../schema";
import { mayOverride } from "./load-appointment";

export interface Decision {
  /** The warning of the policy was read and accepted. */
  isConfirmed: boolean;
  /** Somebody with the right to decide otherwise lets the fee go. */
  waivesFee?: boolean | undefined;
}

/** What the cancellation policy says to cancelling it now. */
export async function judgeCancelling(
  tx: TransactionContext,
  { before, isConfirmed, waivesFee }: { before: AppointmentRow } & Decision,
): Promise<PolicyResult> {
  const subject = policySubjectOf(before);
  const { cancellation, deposit } = await getPolicies(tx, { types: ["cancellation", "deposit"], ...subject });
  const cancellationsThisMonth = await countCancellationsThisMonth(tx, before.customer.id);
  const facts = { appointment: before, now: tx.now, isConfirmed, waivesFee: waivesFee ?? false };
  const policies = { policy: cancellation, depositPolicy: deposit, cancellationsThisMonth };
  return judgeCancellation({ ...facts, ...policies, mayOverride: mayOverride(tx) });
}

/** Throws POLICY_BLOCKED; `details.policy` says whether a yes would do. */
export async function requireCancellationAllowed(
  tx: TransactionContext,
  wish: { before: AppointmentRow } & Decision,
): Promise<PolicyResult> {
  return requireAllowed(await judgeCancelling(tx, wish));
}

export function requireAllowed(policy: PolicyResult): PolicyResult {
  if (policy.isAllowed) return policy;
  throw new AppError({ code: "POLICY_BLOCKED", reason: policy.reason ?? "policy", details: { policy } });
}
