import type { TransactionContext } from "@/server/core/context";
import { getPolicy } from "@/server/policies/queries/get-policy";
import { judgeNoShow } from "@/server/policies/rules/judge";
import type { PolicyResult } from "@/server/policies/rules/verdict";
import { requireRight } from "../../commands/require-right";
import { judgedWithDeposit } from "../../deposits/queries/judged-with-deposit";
import type { AppointmentRow } from "../../repository/read";
import { policySubjectOf } from "../../rules/policy-subject";
import { openFee } from "./open-fee";

interface StayingAway {
  before: AppointmentRow;
  waivesFee?: boolean | undefined;
}

/** What staying away from this appointment costs. */
export async function judgeStayingAway(
  tx: TransactionContext,
  { before, waivesFee }: StayingAway,
): Promise<PolicyResult> {
  const policy = await getPolicy(tx, { type: "no_show", ...policySubjectOf(before) });
  return judgeNoShow({ appointment: await judgedWithDeposit(tx, before), policy, waivesFee: waivesFee ?? false });
}

/** Opens the fee for staying away, in the step that marks it; only who may decide against a policy lets it go. */
export async function chargeNoShow(tx: TransactionContext, wish: StayingAway): Promise<PolicyResult> {
  if (wish.waivesFee) requireRight(tx, "override_appointments");
  const policy = await judgeStayingAway(tx, wish);
  await openFee(tx, { before: wish.before, kind: "no_show", policy });
  return policy;
}
