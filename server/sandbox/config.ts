import { z } from "zod";

export interface SandboxConfig {
  port?: number;
  /** Where webhooks and function calls go: the product's own address. */
  appUrl: string;
  retellApiKey: string;
  /** Accepted keys; each is an account of its own. */
  calcomApiKeys: string[];
  /** Secret of subscribers that steering registers without one. */
  calcomWebhookSecret?: string | undefined;
  /** Requests a minute for each key, 0 for no limit. */
  calcomRateLimit?: number;
  /** Invents an event type and a host for ids nobody created, instead of answering 404 as the real one does. */
  openEventTypes?: boolean;
  twilioAccountSid: string;
  twilioAuthToken: string;
  /** How messages end. */
  twilioOutcome?: "delivered" | "undelivered" | "failed";
  resendApiKey: string;
  /** No delivery events without it. */
  resendWebhookSecret?: string | undefined;
  /** E-mails a second, 0 for no limit. */
  resendRateLimit?: number;
  now?: () => Date;
  /** Which faults strike; another one for every start when left out. */
  seed?: number | undefined;
  random?: () => number;
}

const environment = z.object({
  SANDBOX_PORT: z.coerce.number().int().min(0).default(3001),
  APP_URL: z.url().default("http://127.0.0.1:3000"),
  RETELL_API_KEY: z.string().min(1).default("demo-retell-key"),
  CALCOM_API_KEY: z.string().min(1).default("cal_demo_key"),
  CALCOM_WEBHOOK_SECRET: z.string().optional(),
  SANDBOX_CALCOM_RATE_LIMIT: z.coerce.number().int().min(0).default(120),
  SANDBOX_OPEN_EVENT_TYPES: z.string().optional(),
  TWILIO_ACCOUNT_SID: z
    .string()
    .startsWith("AC")
    .default(`AC${"0".repeat(32)}`),
  TWILIO_AUTH_TOKEN: z.string().min(1).default("demo-twilio-token"),
  TWILIO_STATUS: z.enum(["delivered", "undelivered", "failed"]).default("delivered"),
  RESEND_API_KEY: z.string().min(1).default("re_demo_key"),
  RESEND_WEBHOOK_SECRET: z.string().optional(),
  SANDBOX_RESEND_RATE_LIMIT: z.coerce.number().int().min(0).default(0),
  SANDBOX_SEED: z.coerce.number().int().optional(),
  NODE_ENV: z.string().optional(),
  SANDBOX: z.string().optional(),
});

/** Reads the environment of the sandbox's own process, and refuses to play vendor in production unless told to. */
export function sandboxConfig(env: Record<string, string | undefined>): SandboxConfig {
  const given = environment.parse(env);
  if (given.NODE_ENV === "production" && given.SANDBOX !== "1") {
    throw new Error("The sandbox does not start with NODE_ENV=production unless SANDBOX=1.");
  }
  return {
    port: given.SANDBOX_PORT,
    appUrl: given.APP_URL.replace(/\/$/, ""),
    retellApiKey: given.RETELL_API_KEY,
    calcomApiKeys: given.CALCOM_API_KEY.split(",").map((key) => key.trim()),
    calcomWebhookSecret: given.CALCOM_WEBHOOK_SECRET,
    calcomRateLimit: given.SANDBOX_CALCOM_RATE_LIMIT,
    openEventTypes: given.SANDBOX_OPEN_EVENT_TYPES === "1",
    twilioAccountSid: given.TWILIO_ACCOUNT_SID,
    twilioAuthToken: given.TWILIO_AUTH_TOKEN,
    twilioOutcome: given.TWILIO_STATUS,
    resendApiKey: given.RESEND_API_KEY,
    resendWebhookSecret: given.RESEND_WEBHOOK_SECRET,
    resendRateLimit: given.SANDBOX_RESEND_RATE_LIMIT,
    seed: given.SANDBOX_SEED,
  };
}
