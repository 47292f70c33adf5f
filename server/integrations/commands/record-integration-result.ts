import type { CompanyContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { reading, transact } from "@/server/core/transact";
import { integrationChanged } from "../events";
import { findIntegration, lockIntegration, writeHealth } from "../repository";
import { stateOf } from "../rules/circuit";
import { isOldNews, nextHealth } from "../rules/health";
import type { IntegrationProvider, IntegrationResult } from "../schema";

interface ReportedResult {
  provider: IntegrationProvider;
  result: IntegrationResult;
}

// Not audited: health is measured, not decided.
/** Notes what came of a call to a provider: its health on the dashboard, and whether the next calls may go out. */
export async function recordIntegrationResult(
  ctx: CompanyContext,
  { provider, result }: ReportedResult,
): Promise<void> {
  const seen = await reading(ctx, (tx) => findIntegration(tx, provider));
  if (seen?.status === "disabled" || (seen && isOldNews(seen, result, ctx.now))) return;
  await transact(ctx, async (tx) => {
    const before = await lockIntegration(tx, provider);
    const after = nextHealth(before, result, tx.now);
    await writeHealth(tx, before, after);
    const isNews = before.status !== after.status || stateOf(before.circuit, tx.now) !== stateOf(after.circuit, tx.now);
    if (isNews) await publish(tx, integrationChanged, { provider, status: after.status });
  });
}
