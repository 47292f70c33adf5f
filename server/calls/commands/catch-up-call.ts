import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { DAY } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import { withCircuit } from "@/server/integrations/commands/with-circuit";
import { fetchCall, signingKey } from "../adapters/retell";
import { callEnded } from "../events";
import { type CallRow, findApiKey, lockCall, writeCall } from "../repository/calls";
import { isOver } from "../rules/merge-call";
import type { ProviderCall } from "../rules/provider-call";
import { mergeIntoCall } from "./apply-call-event";
import { concludeCall } from "./conclude-call";

/** Whoever has not told us by then will not: a call must not seem to run for good. */
const HOPELESS_AFTER_MS = DAY;

export interface OverdueCall {
  callId: string;
  retellCallId: string;
}

/** Whether nothing is left to do, or the provider is to be left alone for now. */
export type CatchUp = { state: "done" } | { state: "waiting"; seconds: number };

// Not audited: the provider's own facts, and the end of a call that it has forgotten.
/**
 * Asks the provider for what it should have told of a call and did not: how one went on that never ended, or what one that
 * ended was about. What never ended is closed, with the provider's facts, else as one that failed: at once when the provider
 * does not know the call or refuses our key, after a day when it does not answer.
 */
export async function catchUpCall(ctx: CompanyContext, { callId, retellCallId }: OverdueCall): Promise<CatchUp> {
  const { apiKeyEncrypted, startedAt } = await transact(ctx, async (tx) => {
    const call = await lockCall(tx, { id: callId });
    return { apiKeyEncrypted: await findApiKey(tx), startedAt: call?.startedAt ?? tx.now };
  });
  const isHopeless = ctx.now.getTime() - startedAt.getTime() > HOPELESS_AFTER_MS;
  const apiKey = signingKey({ companyId: ctx.companyId, apiKeyEncrypted });
  const fetched = await withCircuit(ctx, "retell", () => fetchCall(retellCallId, apiKey));
  if ("waitSeconds" in fetched && !isHopeless) return { state: "waiting", seconds: fetched.waitSeconds };
  const answer = "waitSeconds" in fetched ? { call: null } : fetched.answer;
  if ("error" in answer && !isHopeless && !answer.isFinal) throw answer.error;
  const remote = "error" in answer ? null : answer.call;
  await transact(ctx, async (tx) => {
    const before = await lockCall(tx, { id: callId });
    if (!before) return;
    const isAnalysisMissing = before.analysis === null && Boolean(remote?.analysis);
    if (!isOver(before.status) || isAnalysisMissing) await takeOver(tx, before, remote);
  });
  return { state: "done" };
}

async function takeOver(tx: TransactionContext, before: CallRow, remote: ProviderCall | null): Promise<void> {
  if (!remote?.status || !isOver(remote.status)) return closeAsFailed(tx, before);
  const event = remote.analysis ? ("call_analyzed" as const) : ("call_ended" as const);
  const line = { branchId: before.branchId, phoneNumberId: null, agentId: null };
  return mergeIntoCall(tx, { event, call: remote, line, at: tx.now });
}

async function closeAsFailed(tx: TransactionContext, before: CallRow): Promise<void> {
  const { id: callId, branchId } = before;
  const closed = { status: "error", endedAt: tx.now, disconnectionReason: "no_end_event" } as const;
  await writeCall(tx, callId, closed);
  const outcome = await concludeCall(tx, { ...before, ...closed });
  await publish(tx, callEnded, { callId, branchId, outcome, durationSec: null });
}
