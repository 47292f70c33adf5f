import type { TransactionContext } from "@/server/core/context";
import { type Attempt, attempt } from "@/server/core/savepoint";
import { type Warning, wasWarned } from "../../repository/invocations";
import { policyOf } from "../rules/policy-answer";
import type { FunctionName } from "../schema";
import type { FunctionCall } from "./function-call";

interface Change<T> {
  call: FunctionCall;
  name: FunctionName;
  about: Omit<Warning, "feeCents">;
  change: (isConfirmed: boolean) => Promise<T>;
}

/**
 * Makes a change that a policy may warn of. A yes counts only for a warning that this call has heard, with the same fee: what
 * nobody read out nobody has agreed to.
 */
export async function settleWarned<T>(
  tx: TransactionContext,
  { call, name, about, change }: Change<T>,
): Promise<Attempt<T>> {
  const first = await attempt(tx, () => change(false));
  if (!call.args.confirm || !("refusal" in first)) return first;
  const policy = policyOf(first.refusal);
  if (!policy?.needsConfirmation) return first;
  const { feeCents } = policy;
  const isHeard = await wasWarned(tx, { ...about, callId: call.phone.call.id, name, feeCents });
  return isHeard ? attempt(tx, () => change(true)) : first;
}
