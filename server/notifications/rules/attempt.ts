import type { IntegrationResult } from "@/server/integrations/schema";

/** What a provider made of one try. */
export type AttemptResult =
  | { kind: "sent"; providerMessageId: string | null; costCents?: number }
  /** It will never take this message: a wrong address, an opt-out. Without a status it was not asked. */
  | { kind: "refused"; error: string; status?: number }
  /** It takes nothing from us until a key or a setting is another one; the message itself may still go out. */
  | { kind: "unauthorised"; error: string; status: number }
  /** It did not answer, then without a status, or not sensibly: the message may even have gone out. */
  | { kind: "fault"; error: string; status: number | null; retryAfterSeconds?: number };

const REST_SECONDS = 30;

/** What a try says about its provider; a message that is refused says that it is well, and a spent quota nothing. */
export function toIntegrationResult(result: AttemptResult): IntegrationResult | null {
  if (result.kind === "sent") return { kind: "success" };
  const { kind, status } = result;
  if (kind === "unauthorised") return { kind, error: `answered ${status}` };
  if (status === undefined) return null;
  if (kind === "refused") return { kind: "success" };
  if (status === null) return { kind: "fault", error: "no answer" };
  if (status >= 500) return { kind: "fault", error: `answered ${status}` };
  if (status !== 429 || /_quota_exceeded/.test(result.error)) return null;
  return { kind: "rate_limited", retryAfterSeconds: result.retryAfterSeconds ?? REST_SECONDS };
}
