import { type ErrorResponse, Resend } from "resend";
import { env } from "../env";

export interface Mail {
  /** Within 24 hours a repeat with the same key and content is answered, not sent again. */
  idempotencyKey: string;
  to: string;
  subject: string;
  text: string;
  html: string | null;
}

/** What the provider made of one try. */
export type MailResult =
  | { kind: "sent"; providerMessageId: string }
  /** It will never take this mail: a wrong address, a setting of ours. */
  | { kind: "refused"; error: string }
  /** It did not answer, or not sensibly: the mail may even have gone out. */
  | { kind: "fault"; error: string };

/** Worth another try; everything else is a refusal. Names: https://resend.com/docs/api-reference/errors */
const PASSING = new Set<string>([
  "rate_limit_exceeded",
  "application_error",
  "internal_server_error",
  "concurrent_idempotent_requests",
  "daily_quota_exceeded",
  "monthly_quota_exceeded",
]);

/** Sends an e-mail; never throws for what the provider answers. */
export async function sendMail({ idempotencyKey, to, subject, text, html }: Mail): Promise<MailResult> {
  const { RESEND_API_KEY, RESEND_BASE_URL, MAIL_FROM } = env();
  if (!RESEND_API_KEY) return { kind: "refused", error: "e-mail is not set up (RESEND_API_KEY)" };
  const client = new Resend(RESEND_API_KEY, { baseUrl: RESEND_BASE_URL });
  const { data, error } = await client.emails.send(
    { from: MAIL_FROM, to, subject, text, ...(html ? { html } : {}) },
    { idempotencyKey },
  );
  if (!error) return { kind: "sent", providerMessageId: data.id };
  return { kind: isPassing(error) ? "fault" : "refused", error: `${error.name}: ${error.message}` };
}

function isPassing({ name, statusCode }: ErrorResponse): boolean {
  return PASSING.has(name) || statusCode === null || statusCode === 429 || statusCode >= 500;
}
