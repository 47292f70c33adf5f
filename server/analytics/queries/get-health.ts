import { getDriftRate } from "@/server/calcom/reconciliation/queries/get-drift-rate";
import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { countWaiting, listIntegrations } from "../repository/health";
import type { SystemHealth } from "../schema";

const DRIFT_DAYS = 7;

/** Whether what is connected answers, whether anything waits that should long be out, and whether both calendars agree. */
export async function getHealth(ctx: CompanyContext): Promise<SystemHealth> {
  return transact(ctx, async (tx) => {
    const integrations = await listIntegrations(tx);
    const usesCalcom = integrations.some(({ provider }) => provider === "calcom");
    return { integrations, ...(await countWaiting(tx)), calcomDrift: usesCalcom ? await findDrift(tx) : null };
  });
}

async function findDrift(tx: CompanyContext): Promise<SystemHealth["calcomDrift"]> {
  const { rate, open } = await getDriftRate(tx, { days: DRIFT_DAYS });
  return { rate, open };
}
