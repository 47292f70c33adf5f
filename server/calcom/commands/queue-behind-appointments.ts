import type { CompanyContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { DAY, MINUTE } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import { calcomSyncOwed } from "../events";
import { findApiKey } from "../repository/connection";
import { listBehind } from "../repository/event-map";

const AT_A_TIME = 200;
/** Longer than a job's own tries take. */
const WAITED_LONG_MS = 30 * MINUTE;

// Not audited: it asks for work, the work tells what it did.
/** Asks for another try of every copy that is behind, for a day after its first failure; says how many. */
export async function queueBehindAppointments(ctx: CompanyContext): Promise<number> {
  return transact(ctx, async (tx) => {
    if (!(await findApiKey(tx))) return 0;
    const waitingSince = new Date(tx.now.getTime() - WAITED_LONG_MS);
    const failingSince = new Date(tx.now.getTime() - DAY);
    const behind = await listBehind(tx, { waitingSince, failingSince, limit: AT_A_TIME });
    for (const appointmentId of behind) await publish(tx, calcomSyncOwed, { appointmentId });
    return behind.length;
  });
}
