import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { countWaiting, listIntegrations } from "../repository/health";
import type { SystemHealth } from "../schema";

/** Whether what is connected answers, and whether anything waits that should long be out. */
export async function getHealth(ctx: CompanyContext): Promise<SystemHealth> {
  return transact(ctx, async (tx) => ({ integrations: await listIntegrations(tx), ...(await countWaiting(tx)) }));
}
