import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { type Guarded, type Reported, withCircuit } from "@/server/integrations/commands/with-circuit";
import { type Calcom, createCalcom } from "../adapters/calcom";
import { CalcomError } from "../adapters/calcom-error";
import { toSuccess } from "../rules/allowance";

export type CalcomAnswer<T> = Guarded<T>;

/** An answer, or what is to be thrown once it has been noted. */
type Outcome<T> = { value: T } | { error: Error };

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
  const asked = await withCircuit(ctx, "calcom", () => report(createCalcom({ apiKey }), ask));
  if ("waitSeconds" in asked) return asked;
  if ("error" in asked.answer) throw asked.answer.error;
  return { answer: asked.answer.value };
}

async function report<T>(calcom: Calcom, ask: (calcom: Calcom) => Promise<T>): Promise<Reported<Outcome<T>>> {
  try {
    const value = await ask(calcom);
    return { answer: { value }, result: toSuccess(calcom.quota()) };
  } catch (error) {
    if (!(error instanceof CalcomError)) throw error;
    return reportError(error);
  }
}

const unavailable = (reason: string, cause: CalcomError) =>
  new AppError({ code: "INTEGRATION_UNAVAILABLE", reason }, { cause });

function reportError(error: CalcomError): Reported<{ error: Error }> {
  const { kind, message } = error;
  if (kind === "rate_limited")
    return { answer: { error }, result: { kind, retryAfterSeconds: error.retryAfterSeconds ?? 60 } };
  if (kind === "unauthorised")
    return { answer: { error: unavailable("calcom_key_refused", error) }, result: { kind, error: message } };
  if (kind === "fault" || kind === "unknown_result")
    return { answer: { error: unavailable("calcom_unavailable", error) }, result: { kind: "fault", error: message } };
  return { answer: { error }, result: { kind: "success" } };
}
