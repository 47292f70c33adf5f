import { type ErrorResponse, Resend } from "resend";
import { env } from "@/server/core/env";
import type { AttemptResult } from "../rules/attempt";

export interface EmailMessage {
  /** The queue row's id: within 24 hours a repeat with the same key and content is answered, not sent again. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string | null;
}

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
export async function sendEmail(message: EmailMessage): Promise<AttemptResult> {
  const { RESEND_API_KEY, RESEND_BASE_URL, MAIL_FROM } = env();
  if (!RESEND_API_KEY) return { kind: "refused", error: "e-mail is not set up (RESEND_API_KEY)" };
  const client = new Resend(RESEND_API_KEY, { baseUrl: RESEND_BASE_URL });
  const { to, subject, text, html, id } = message;
  const { data, error } = await client.emails.send(
    { from: MAIL_FROM, to, subject, text, ...(html ? { html } : {}) },
    { idempotencyKey: `notification/${id}` },
  );
  if (!error) return { kind: "sent", providerMessageId: data.id };
  return { kind: isPassing(error) ? "fault" : "refused", error: `${error.name}: ${error.message}` };
}

function isPassing({ name, statusCode }: ErrorResponse): boolean {
  return PASSING.has(name) || statusCode === null || statusCode === 429 || statusCode >= 500;
}

export interface ResendEvent {
  type: string;
  emailId: string | null;
  reason: string | null;
}

/** Reads a delivery event of the provider; null when its signature (Svix, five minutes) does not hold. */
export function readResendWebhook(raw: string, headers: Headers): ResendEvent | null {
  const { RESEND_WEBHOOK_SECRET } = env();
  if (!RESEND_WEBHOOK_SECRET) return null;
  const header = (name: string) => headers.get(name) ?? "";
  try {
    const verified = new Resend("unused").webhooks.verify({
      payload: raw,
      headers: { id: header("svix-id"), timestamp: header("svix-timestamp"), signature: header("svix-signature") },
      webhookSecret: RESEND_WEBHOOK_SECRET,
    }) as { type?: string; data?: { email_id?: string; bounce?: { message?: string }; failed?: { reason?: string } } };
    const { type = "unknown", data } = verified;
    return { type, emailId: data?.email_id ?? null, reason: data?.bounce?.message ?? data?.failed?.reason ?? null };
  } catch {
    return null;
  }
}
