import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import type { ProbeResult } from "../adapters/probe-providers";
import { findConnection } from "../queries/find-connection";
import type { ConnectionTest, IntegrationResult, TestConnectionInput } from "../schema";
import { recordIntegrationResult } from "./record-integration-result";

/** Asks a provider whether it knows us, with the account that is used for this company; what came of it is its health. */
export async function testConnection(ctx: CompanyContext, { provider }: TestConnectionInput): Promise<ConnectionTest> {
  const { probe } = await transact(ctx, (tx) => findConnection(tx, provider));
  const began = performance.now();
  const result = probe && (await probe());
  const tookMs = Math.round(performance.now() - began);
  const outcome = result?.outcome ?? "not_set_up";
  await transact(ctx, async (tx) => {
    if (result) await recordIntegrationResult(tx, { provider, result: toHealth(result) });
    recordAudit(tx, { action: "test_integrations", subjectType: "integration", after: { provider, outcome } });
  });
  return { outcome, tookMs: result ? tookMs : 0, checkedAt: ctx.now };
}

function toHealth(result: ProbeResult): IntegrationResult {
  if (result.outcome === "works") return { kind: "success" };
  if (result.outcome === "unreachable") return { kind: "fault", error: "no answer" };
  if (result.status === 429) return { kind: "rate_limited", retryAfterSeconds: 30 };
  const error = `answered ${result.status}`;
  return { kind: result.outcome === "key_refused" ? "unauthorised" : "fault", error };
}
