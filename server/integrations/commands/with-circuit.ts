import type { CompanyContext } from "@/server/core/context";
import type { IntegrationProvider, IntegrationResult } from "../schema";
import { admitIntegrationCall } from "./admit-integration-call";
import { recordIntegrationResult } from "./record-integration-result";

/** What a provider answered, or how long it is to be left alone: then nothing was asked, or it said so itself. */
export type Guarded<T> = { answer: T } | { waitSeconds: number };

export interface Reported<T> {
  answer: T;
  /** What this says about the provider; null when it says nothing, because it was not asked or the trouble is our own. */
  result: IntegrationResult | null;
}

// Not audited: nobody decided anything, and health is measured.
/**
 * Makes a call to a provider for this company, unless the provider wants to be left alone for now. Whoever is held back
 * waits and asks again, without having used up a try. Remote work is never done in a transaction, so none may be open.
 */
export async function withCircuit<T>(
  ctx: CompanyContext,
  provider: IntegrationProvider,
  call: () => Promise<Reported<T>>,
): Promise<Guarded<T>> {
  const admission = await admitIntegrationCall(ctx, { provider });
  if (!admission.isAllowed) return { waitSeconds: admission.waitSeconds };
  const { answer, result } = await call();
  if (result) await recordIntegrationResult(ctx, { provider, result });
  return result?.kind === "rate_limited" ? { waitSeconds: result.retryAfterSeconds } : { answer };
}
