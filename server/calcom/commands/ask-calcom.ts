import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { admitIntegrationCall } from "@/server/integrations/commands/admit-integration-call";
import { recordIntegrationResult } from "@/server/integrations/commands/record-integration-result";
import type { IntegrationResult } from "@/server/integrations/schema";
import { type Calcom, createCalcom } from "../adapters/calcom";
import { CalcomError } from "../adapters/calcom-error";

export type CalcomAnswer<T> = { answer: T } | { waitSeconds: number };

// Not audited: it asks, and notes how Cal.com is.
/**
 * Asks Cal.com with the company's key, unless it wants to be left alone for now. What went wrong shows with the integration;
 * throws INTEGRATION_UNAVAILABLE, and CalcomError for a refusal, which is an answer too.
 */
export async function askCalcom<T>(
  ctx: CompanyContext,
  apiKey: string,
  ask: (calcom: Calcom) => Promise<T>,
): Promise<CalcomAnswer<T>> {
  const admission = await admitIntegrationCall(ctx, { provider: "calcom" });
  if (!admission.isAllowed) return { waitSeconds: admission.waitSeconds };
  const calcom = createCalcom({ apiKey });
  try {
    const answer = await ask(calcom);
    const quota = calcom.quota();
    await note(ctx, { kind: "success", ...(quota?.remaining === 0 ? { pauseSeconds: quota.resetSeconds } : {}) });
    return { answer };
  } catch (error) {
    if (!(error instanceof CalcomError)) throw error;
    return noteError(ctx, error);
  }
}

const note = (ctx: CompanyContext, result: IntegrationResult) =>
  recordIntegrationResult(ctx, { provider: "calcom", result });

async function noteError(ctx: CompanyContext, error: CalcomError): Promise<{ waitSeconds: number }> {
  const { kind, message } = error;
  if (kind === "rate_limited") {
    const waitSeconds = error.retryAfterSeconds ?? 60;
    await note(ctx, { kind, retryAfterSeconds: waitSeconds });
    return { waitSeconds };
  }
  if (kind === "unauthorised") {
    await note(ctx, { kind, error: message });
    throw new AppError({ code: "INTEGRATION_UNAVAILABLE", reason: "calcom_key_refused" }, { cause: error });
  }
  if (kind === "fault" || kind === "unknown_result") {
    await note(ctx, { kind: "fault", error: message });
    throw new AppError({ code: "INTEGRATION_UNAVAILABLE", reason: "calcom_unavailable" }, { cause: error });
  }
  await note(ctx, { kind: "success" });
  throw error;
}
