import type { TransactionContext } from "@/server/core/context";
import { may } from "@/server/identity/rules/permissions";

export interface Decision {
  /** The warning of the policy was read and accepted. */
  isConfirmed: boolean;
  /** Somebody with the right to it decides against a policy that blocks it. */
  overridesPolicy?: boolean | undefined;
  overrideReason?: string | null | undefined;
  /** Somebody with the right to decide otherwise lets the fee go. */
  waivesFee?: boolean | undefined;
  /** When they did it, where we only heard of it later; now, unless it is said. */
  happenedAt?: Date;
}

/** What was decided about a step, as a rule judges it. What has happened elsewhere has happened: no rule stands in its way. */
export function decisionFacts(tx: TransactionContext, decision: Decision) {
  const { isConfirmed, overridesPolicy = false, waivesFee = false, happenedAt } = decision;
  return {
    now: happenedAt ?? tx.now,
    isConfirmed,
    overrides: overridesPolicy || happenedAt !== undefined,
    waivesFee: waivesFee && may(tx, "override_appointments"),
  };
}
