import type { CompanyContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { DAY, MINUTE } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import { callOverdue } from "../events";
import { listUnanalysedCalls } from "../repository/overdue";

/** So long the provider may take for it. */
const ANALYSED_WITHIN_MS = 15 * MINUTE;
/** What is older than this will have none. */
const ASKED_FOR_MS = DAY;

// Not audited: it only asks for what a job then does.
/** Queues every call of the last day that ended without the provider saying what it was about: that news was lost. */
export async function queueUnanalysedCalls(ctx: CompanyContext): Promise<number> {
  return transact(ctx, async (tx) => {
    const now = tx.now.getTime();
    const between = { from: new Date(now - ASKED_FOR_MS), until: new Date(now - ANALYSED_WITHIN_MS) };
    const calls = await listUnanalysedCalls(tx, between);
    for (const { id, retellCallId } of calls)
      if (retellCallId) await publish(tx, callOverdue, { callId: id, retellCallId });
    return calls.length;
  });
}
