import { Resend } from "resend";
import { env } from "@/server/core/env";

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
