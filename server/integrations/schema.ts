import { z } from "zod";

export const integrationProvider = z.enum([
  "calcom",
  "retell",
  "stripe",
  "twilio",
  "resend",
  "smtp",
  "telegram",
  "google_translate",
  "deepl",
  "sentry",
  "calendar_ics",
  "webhook",
]);
export type IntegrationProvider = z.infer<typeof integrationProvider>;
export const integrationStatus = z.enum(["connected", "degraded", "error", "disabled"]);
export type IntegrationStatus = z.infer<typeof integrationStatus>;

/** `half_open`: one call is let through to see whether the provider is back. */
export const circuitState = z.enum(["closed", "open", "half_open"]);
export type CircuitState = z.infer<typeof circuitState>;

/** Kept in the integration's row, so that every process sees the same. */
export const circuit = z.object({
  /** When calls failed, the last minute's only. */
  failures: z.array(z.iso.datetime()).default([]),
  openUntil: z.iso.datetime().nullable().default(null),
  /** Since when calls are held back, through every vain try. */
  openedAt: z.iso.datetime().nullable().default(null),
  /** Until when one call has the right to try, after `openUntil`. */
  probeUntil: z.iso.datetime().nullable().default(null),
  cause: z.enum(["failures", "rate_limit"]).nullable().default(null),
  /** Until when what nobody waits for is held back, whatever else may be asked. */
  restUntil: z.iso.datetime().nullable().default(null),
});
export type Circuit = z.infer<typeof circuit>;

export interface SuccessfulCall {
  kind: "success";
  /** The allowance is used up: no calls until then. */
  pauseSeconds?: number;
  /** Little of it is left: until then only calls that somebody waits for. */
  restSeconds?: number;
}
/** What came of a call to a provider. */
export type IntegrationResult =
  | SuccessfulCall
  | { kind: "fault"; error: string }
  | { kind: "unauthorised"; error: string }
  | { kind: "rate_limited"; retryAfterSeconds: number };

const circuitFacts = {
  circuit: circuitState,
  /** Since when calls are held back; null while none are. */
  openedAt: z.date().nullable(),
  /** When the provider is asked again; null while nothing is held back. */
  heldBackUntil: z.date().nullable(),
  /** It failed again and again, or asked for a rest. */
  heldBackFor: z.enum(["failures", "rate_limit"]).nullable(),
};

export const integrationView = z.object({
  provider: integrationProvider,
  status: integrationStatus,
  lastCheckedAt: z.date().nullable(),
  lastSuccessAt: z.date().nullable(),
  lastError: z.string().nullable(),
  errorCount: z.int(),
  ...circuitFacts,
});
export type IntegrationView = z.infer<typeof integrationView>;

/** The providers that a company's people see and test; the others follow with what uses them. */
export const connectedProvider = z.enum(["calcom", "retell", "resend", "twilio"]);
export type ConnectedProvider = z.infer<typeof connectedProvider>;
export const credentialField = z.enum(["apiKey", "webhookSecret"]);
export type CredentialField = z.infer<typeof credentialField>;

export const testConnectionInput = z.object({ provider: connectedProvider });
export type TestConnectionInput = z.infer<typeof testConnectionInput>;
export const connectionOutcome = z.enum(["works", "key_refused", "faulty", "unreachable", "not_set_up"]);
export type ConnectionOutcome = z.infer<typeof connectionOutcome>;
export const connectionTest = z.object({ outcome: connectionOutcome, tookMs: z.int(), checkedAt: z.date() });
export type ConnectionTest = z.infer<typeof connectionTest>;

export const removeCredentialInput = z.object({ provider: connectedProvider, field: credentialField });
export type RemoveCredentialInput = z.infer<typeof removeCredentialInput>;
export const setCredentialInput = removeCredentialInput.extend({
  /** Written, never read: as providers show them, in one line without spaces. */
  credential: z
    .string()
    .trim()
    .min(8)
    .max(500)
    .regex(/^[\x21-\x7e]+$/),
});
export type SetCredentialInput = z.infer<typeof setCredentialInput>;

export const connectionView = z.object({
  provider: connectedProvider,
  /** Whose account is used: the company's own, the platform's, or none yet. */
  source: z.enum(["own", "platform", "none"]),
  status: integrationStatus,
  lastCheckedAt: z.date().nullable(),
  lastSuccessAt: z.date().nullable(),
  lastError: z.string().nullable(),
  ...circuitFacts,
  credentials: z.array(
    z.object({
      field: credentialField,
      isSet: z.boolean(),
      /** The last characters, when there are enough others. */
      hint: z.string(),
      setAt: z.date().nullable(),
    }),
  ),
});
export type ConnectionView = z.infer<typeof connectionView>;
