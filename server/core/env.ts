import { z } from "zod";

const loopback = /^(127\.|localhost$|\[?::1\]?$)/;

/** A base URL that can be pointed at a double; anything but https is refused unless it stays on this machine. */
const providerUrl = z.url().refine((text) => {
  const url = new URL(text);
  return url.protocol === "https:" || loopback.test(url.hostname);
}, "must be https, or a loopback address");

const base64Key = z.string().refine((text) => Buffer.from(text, "base64").length === 32, "must be 32 bytes in base64");

const base64Keys = z
  .string()
  .refine(
    (text) => text.split(",").every((key) => base64Key.safeParse(key).success),
    "must be keys of 32 bytes in base64",
  );

const schema = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  APP_URL: z.url().default("http://localhost:3000"),
  /** How many proxies of ours stand in front, each of which adds whom it saw to `X-Forwarded-For`. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(9).default(1),
  /** The role of the migrations; the application itself never connects with it. */
  DATABASE_URL: z.string().optional(),
  APP_DATABASE_URL: z.string().min(1),
  /** The platform's door: job runner, seed, administration. */
  PLATFORM_DATABASE_URL: z.string().optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(12),
  AUTH_SECRET: z.string().min(32),
  ENCRYPTION_KEY: base64Key,
  /** Keys of before, until `secrets:rotate` has rewritten everything. */
  ENCRYPTION_KEYS_OLD: base64Keys.optional(),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  /** `stdout`, `stderr`, or the path of a file. */
  LOG_DESTINATION: z.string().default("stdout"),
  /** A statement that takes longer is logged, without its values. */
  SLOW_QUERY_MS: z.coerce.number().int().min(1).default(500),
  /** `inline` runs the job runner inside the application; `off` leaves it to a process of its own. */
  RUNNER: z.enum(["inline", "off"]).default("off"),
  DEMO: z.enum(["0", "1"]).default("0"),
  /** Where a hole is reported: an address as security.txt wants it. */
  SECURITY_CONTACT: z
    .string()
    .regex(/^(mailto:|https:\/\/)\S+$/)
    .default("mailto:security@askproai.example"),
  /** Opens the bench's yardsticks (`/api/bench/…`); never set where customers are served. */
  BENCH: z.enum(["0", "1"]).default("0"),
  /** Rate limits as JSON: `factor` for all of them, or a number by name (`server/core/limits.ts`). */
  LIMITS: z.string().optional(),
  /** So long the telephone agent waits for a function at most: after it the caller hears that it did not work. */
  PHONE_DEADLINE_MS: z.coerce.number().int().min(100).default(20_000),
  /** Counts requests, instead of the database. */
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//)
    .optional(),
  RETELL_API_KEY: z.string().optional(),
  RETELL_BASE_URL: providerUrl.default("https://api.retellai.com"),
  /** Addresses and ranges, `private` for the own network, `*` for everybody; unset in production: Retell's own. */
  RETELL_ALLOWED_IPS: z.string().optional(),
  /** "1": webhooks in the shapes that the provider used before are read as well. */
  RETELL_OLDER_WEBHOOKS: z.enum(["0", "1"]).default("0"),
  CALCOM_BASE_URL: providerUrl.default("https://api.cal.com/v2"),
  /** Where people see their bookings. */
  CALCOM_APP_URL: providerUrl.default("https://app.cal.com"),
  RESEND_API_KEY: z.string().optional(),
  RESEND_BASE_URL: providerUrl.default("https://api.resend.com"),
  RESEND_WEBHOOK_SECRET: z.string().optional(),
  STRIPE_WEBHOOK_SECRET: z.string().optional(),
  /** Stolen passwords, asked by the first five digits of a hash; `off` asks nobody. */
  PWNED_PASSWORDS_URL: z.union([z.literal("off"), providerUrl]).default("https://api.pwnedpasswords.com/range/"),
  MAIL_FROM: z.string().default("AskProAI <termine@askproai.example>"),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-f]{32}$/i)
    .optional(),
  TWILIO_AUTH_TOKEN: z.string().optional(),
  TWILIO_API_BASE: providerUrl.default("https://api.twilio.com"),
  TWILIO_FROM: z.string().default("AskProAI"),
});

/**
 * Where Retell says that it calls from. A proxy that does not pass on who asks looks like the own network: that tells
 * nothing, and the signature decides alone.
 */
const RETELL_ADDRESSES = "100.20.5.228,private";

export type Env = z.infer<typeof schema>;

let parsed: Env | undefined;

/**
 * The environment, parsed once when first asked: a build needs none, a start fails at once on a bad one.
 * Throws an error that names every wrong variable, without its value.
 */
export function env(): Env {
  if (parsed) return parsed;
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const result = schema.safeParse(given);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The environment is not complete:\n${lines.join("\n")}\nSee the table in README.md.`);
  }
  const { NODE_ENV, DEMO, RETELL_ALLOWED_IPS } = result.data;
  const isServing = NODE_ENV === "production" && DEMO === "0";
  parsed = { ...result.data, RETELL_ALLOWED_IPS: RETELL_ALLOWED_IPS ?? (isServing ? RETELL_ADDRESSES : undefined) };
  return parsed;
}
