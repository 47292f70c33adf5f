import { z } from "zod";
import { env } from "./env";

export interface Limit {
  /** How many within one window. */
  limit: number;
  windowSeconds: number;
}

const perMinute = (limit: number): Limit => ({ limit, windowSeconds: 60 });

/** Every limit by its name; a procedure names the one of its resource in its meta. */
const DEFAULTS = {
  /** Each network address, for whoever is nobody yet: who is signed in and a verified provider are not counted by it. */
  anonymous: perMinute(60),
  /** Each person or key. */
  user: perMinute(120),
  /** Each company and provider. */
  webhooks: perMinute(60),
  /** The same, for what is only kept above that because its provider sends nothing twice. */
  held_webhooks: perMinute(1200),
  /** Each company, for what becomes of its messages: one reminder each makes several. */
  message_reports: perMinute(1200),
  /** Each company, for what people answer to a message: a STOP comes only once. */
  message_answers: perMinute(600),
  /** Each call. */
  phone: perMinute(100),
  /** Each customer; each further violation makes the wait longer (core/penalties). */
  customer_bookings: { limit: 5, windowSeconds: 3600 },
  bookings: perMinute(30),
  reschedule: perMinute(10),
  cancel: perMinute(10),
  availability: perMinute(60),
  sign_in: perMinute(30),
  /** What browsers tell of a page's policy: each address. */
  reports: perMinute(30),
  /** Pictures cost us work: each person. */
  uploads: perMinute(10),
  /** Opening links from mails, and asking for them. */
  links: perMinute(20),
  connection_tests: perMinute(10),
  /** Conversations that are only tried out, each as much work as a call: each person. */
  simulations: perMinute(60),
  calcom_push: { limit: 10, windowSeconds: 300 },
  calcom_drift: perMinute(30),
} satisfies Record<string, Limit>;

export type LimitName = keyof typeof DEFAULTS;
export const LIMIT_NAMES = Object.keys(DEFAULTS) as LimitName[];

const settings = z
  .object({
    factor: z.number().positive().default(1),
    ...(Object.fromEntries(LIMIT_NAMES.map((name) => [name, z.int().min(1).optional()])) as Record<
      LimitName,
      z.ZodOptional<z.ZodInt>
    >),
  })
  .strict();
let given: z.infer<typeof settings> | undefined;

/** LIMITS of the environment; throws at once on a name that is none, or on what is no number. */
export function limitSettings(): z.infer<typeof settings> {
  given ??= settings.parse(JSON.parse(env().LIMITS ?? "{}"));
  return given;
}

const MOST = 1_000_000_000;

/** A limit as this installation has it: LIMITS sets it by name, or raises all of them alike. */
export function limitNamed(name: LimitName): Limit {
  const { limit, windowSeconds } = DEFAULTS[name];
  return { limit: limitSettings()[name] ?? limitOf(limit), windowSeconds };
}

/** A number that stands elsewhere, raised like all of them. */
export function limitOf(base: number): number {
  return Math.min(MOST, Math.ceil(base * limitSettings().factor));
}
