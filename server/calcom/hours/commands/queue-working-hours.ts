import type { CompanyContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { calcomHoursRequested } from "../../events";
import { findApiKey } from "../../repository/connection";

// Not audited: it asks for work, the work tells what it did.
/** Has everybody's hours written over there, unless nothing is connected; says whether it did. */
export async function queueWorkingHours(ctx: CompanyContext): Promise<boolean> {
  return transact(ctx, async (tx) => {
    if (!(await findApiKey(tx))) return false;
    await publish(tx, calcomHoursRequested, {});
    return true;
  });
}
