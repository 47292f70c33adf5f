import type { CompanyContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { fetchCall, signingKey } from "../adapters/retell";
import { callEnded } from "../events";
import { findApiKey, lockCall, writeCall } from "../repository/calls";
import { isOver } from "../rules/merge-call";
import { mergeIntoCall } from "./apply-call-event";
import { concludeCall } from "./conclude-call";

export interface OverdueCall {
  callId: string;
  retellCallId: string;
}

// Not audited: the provider's own facts, and the end of a call that it has forgotten.
/** Asks the provider how a call that never ended went on, and closes it: with the provider's facts, else as one that failed. */
export async function closeOverdueCall(ctx: CompanyContext, { callId, retellCallId }: OverdueCall): Promise<void> {
  const apiKeyEncrypted = await transact(ctx, (tx) => findApiKey(tx));
  const apiKey = signingKey({ companyId: ctx.companyId, apiKeyEncrypted });
  const remote = await fetchCall(retellCallId, apiKey);
  await transact(ctx, async (tx) => {
    const before = await lockCall(tx, { id: callId });
    if (!before || isOver(before.status)) return;
    if (remote?.status && isOver(remote.status)) {
      const event = remote.analysis ? ("call_analyzed" as const) : ("call_ended" as const);
      const line = { branchId: before.branchId, phoneNumberId: null, agentId: null };
      return mergeIntoCall(tx, { event, call: remote, line, at: tx.now });
    }
    const closed = { status: "error", endedAt: tx.now, disconnectionReason: "no_end_event" } as const;
    await writeCall(tx, callId, closed);
    const outcome = await concludeCall(tx, { ...before, ...closed });
    await publish(tx, callEnded, { callId, branchId: before.branchId, outcome, durationSec: null });
  });
}
