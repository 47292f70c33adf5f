import { z } from "zod";

/** What the telephone agent may ask of us. */
export const functionName = z.enum([
  "check-customer",
  "check-availability",
  "collect-appointment",
  "book-appointment",
  "find-appointments",
  "cancel-appointment",
  "reschedule-appointment",
  "determine-service",
  "extract-appointment-details",
  "request-callback",
  "transfer-target",
  "company-info",
  "search-knowledge",
  "send-code",
  "verify-code",
]);
export type FunctionName = z.infer<typeof functionName>;

export type FunctionStatus = "ok" | "needs_input" | "unavailable" | "conflict" | "not_allowed" | "error";

/** An answer to the agent: data in snake_case, and one or two sentences that it can say as they are. */
export interface FunctionAnswer {
  status: FunctionStatus;
  say: string;
  [field: string]: unknown;
}

/** Models send numbers and booleans where words are meant; whatever else comes counts as not said. */
const words = z
  .union([z.string(), z.number().transform(String)])
  .transform((text) => text.trim().slice(0, 500))
  .nullish()
  .transform((text) => text || undefined)
  .catch(undefined);

const yes = z
  .union([z.boolean(), z.string().transform((text) => /^(true|ja|yes|1)$/i.test(text.trim()))])
  .optional()
  .catch(undefined);

/** "45", 45 or "45 Minuten". */
const minutes = words
  .transform((text) => Number.parseInt(text ?? "", 10))
  .transform((value) => {
    return value >= 5 && value <= 720 ? value : undefined;
  });

/** "2", 2 or "2 Personen". */
const people = words
  .transform((text) => Number.parseInt(text ?? "", 10))
  .transform((value) => (value >= 1 && value <= 100 ? value : undefined));

const slotShape = z.object({ start: words, end: words }).optional().catch(undefined);

/** The arguments of all functions, each optional: what is missing is asked for, what is of the wrong kind is not there. */
export const functionArgs = z.object({
  service: words,
  service_id: words,
  services: z.array(z.string().max(200)).max(10).optional().catch(undefined),
  staff: words,
  staff_id: words,
  branch: words,
  branch_id: words,
  date: words,
  time: words,
  wish: words,
  starts_at: words,
  slot: slotShape,
  slot_id: words,
  appointment_id: words,
  customer_id: words,
  customer_name: words,
  customer_phone: words,
  customer_email: words,
  customer_notes: words,
  notes: words,
  name: words,
  phone_number: words,
  reason: words,
  preferred_times: words,
  topic: words,
  text: words,
  question: words,
  duration_minutes: minutes,
  /** How many come together to a class. */
  party_size: people,
  code: words,
  birthdate: words,
  confirm: yes,
});
export type FunctionArgs = z.infer<typeof functionArgs>;

/** How a company wants callers to prove who they are before something of theirs changes. */
export const verificationMode = z.enum(["code", "birthdate", "none"]);
export type VerificationMode = z.infer<typeof verificationMode>;
