import type { CompanyContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { conversationRefused } from "../events";
import { listCallsToForget } from "../repository/refused";
import { COST_KNOWN_WITHIN_MS } from "./forget-at-provider";

// Not audited: it only asks for what a job then does.
/** Queues every call that the provider should have deleted by now, however often that failed before. */
export async function queueRefusedCalls(ctx: CompanyContext): Promise<number> {
  return transact(ctx, async (tx) => {
    const calls = await listCallsToForget(tx, new Date(tx.now.getTime() - COST_KNOWN_WITHIN_MS));
    for (const { id, retellCallId } of calls)
      if (retellCallId) await publish(tx, conversationRefused, { callId: id, retellCallId });
    return calls.length;
  });
}
