import type { CompanyContext } from "@/server/core/context";
import { MINUTE } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import { withCircuit } from "@/server/integrations/commands/with-circuit";
import { deleteRemoteCall, signingKey } from "../adapters/retell";
import { findApiKey, writeCall } from "../repository/calls";
import { findCallToForget } from "../repository/refused";
import { isOver } from "../rules/merge-call";
import { audioKeptSince } from "../rules/retention";

/** So long the provider may take to say what a call cost; once it is deleted nobody can tell any more. */
export const COST_KNOWN_WITHIN_MS = 15 * MINUTE;

export interface RefusedCall {
  callId: string;
  retellCallId: string;
}

/** Deleted, left for a later sweep (and why), or to be tried again when the provider takes calls again. */
export type Forgetting =
  | { state: "forgotten" }
  | { state: "left"; why: "nothing_to_forget" | "still_running" | "cost_unknown" | "refused" }
  | { state: "waiting"; seconds: number };

// Not audited: the caller or the calendar decided it, and the call's row says when it was done.
/**
 * Has the provider delete what it keeps of a call whose caller refused, or that is older than it is kept: recording, transcript,
 * analysis and log. A provider that does not answer is asked again; one that refuses our key is asked by the next sweep.
 */
export async function forgetAtProvider(
  ctx: CompanyContext,
  { callId, retellCallId }: RefusedCall,
): Promise<Forgetting> {
  const { call, apiKeyEncrypted } = await transact(ctx, async (tx) => ({
    call: await findCallToForget(tx, { callId, audioSince: audioKeptSince(tx.now.getTime()) }),
    apiKeyEncrypted: await findApiKey(tx),
  }));
  if (!call) return { state: "left", why: "nothing_to_forget" };
  if (!isOver(call.status) || !call.endedAt) return { state: "left", why: "still_running" };
  const isCostComing = ctx.now.getTime() - call.endedAt.getTime() < COST_KNOWN_WITHIN_MS;
  if (call.providerCost === null && isCostComing) return { state: "left", why: "cost_unknown" };
  const apiKey = signingKey({ companyId: ctx.companyId, apiKeyEncrypted });
  const asked = await withCircuit(ctx, "retell", () => deleteRemoteCall(retellCallId, apiKey));
  if ("waitSeconds" in asked) return { state: "waiting", seconds: asked.waitSeconds };
  if ("error" in asked.answer) {
    if (asked.answer.isFinal) return { state: "left", why: "refused" };
    throw asked.answer.error;
  }
  await transact(ctx, (tx) => writeCall(tx, callId, { providerForgotAt: tx.now }));
  return { state: "forgotten" };
}
