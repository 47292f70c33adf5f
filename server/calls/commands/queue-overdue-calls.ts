import type { CompanyContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { HOUR } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import { callOverdue } from "../events";
import { listOverdueCalls } from "../repository/overdue";

/** The provider lets no call last longer. */
const LONGEST_CALL_MS = 2 * HOUR;

// Not audited: it only asks for what a job then does.
/** Queues every call of the company that seems to run forever, so that each is looked after on its own. */
export async function queueOverdueCalls(ctx: CompanyContext): Promise<number> {
  return transact(ctx, async (tx) => {
    const calls = await listOverdueCalls(tx, new Date(tx.now.getTime() - LONGEST_CALL_MS));
    for (const { id, retellCallId } of calls)
      if (retellCallId) await publish(tx, callOverdue, { callId: id, retellCallId });
    return calls.length;
  });
}
