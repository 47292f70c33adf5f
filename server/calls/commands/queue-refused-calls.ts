import type { CompanyContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { conversationRefused } from "../events";
import { listCallsToForget } from "../repository/refused";
import { audioKeptSince } from "../rules/retention";
import { COST_KNOWN_WITHIN_MS } from "./forget-at-provider";

// Not audited: it only asks for what a job then does.
/** Queues every call that the provider should have deleted by now, however often that failed before. */
export async function queueRefusedCalls(ctx: CompanyContext): Promise<number> {
  return transact(ctx, async (tx) => {
    const now = tx.now.getTime();
    const endedBefore = new Date(now - COST_KNOWN_WITHIN_MS);
    const calls = await listCallsToForget(tx, { endedBefore, audioSince: audioKeptSince(now) });
    for (const { id, retellCallId } of calls)
      if (retellCallId) await publish(tx, conversationRefused, { callId: id, retellCallId });
    return calls.length;
  });
}
