import { Resend } from "resend";
import { z } from "zod";
import { env } from "@/server/core/env";
import type { ResendEvent } from "../rules/message-news";

/** Reads a delivery event of the provider; null when its signature (Svix, five minutes) does not hold. */
export function readResendWebhook(raw: string, headers: Headers): ResendEvent | null {
  const { RESEND_WEBHOOK_SECRET } = env();
  if (!RESEND_WEBHOOK_SECRET) return null;
  const header = (name: string) => headers.get(name) ?? "";
  try {
    return readResendEvent(
      new Resend("unused").webhooks.verify({
        payload: raw,
        headers: { id: header("svix-id"), timestamp: header("svix-timestamp"), signature: header("svix-signature") },
        webhookSecret: RESEND_WEBHOOK_SECRET,
      }),
    );
  } catch {
    return null;
  }
}

const text = z.string().nullish().catch(null);
const body = z.object({
  type: z.string().catch("unknown"),
  data: z
    .object({
      email_id: text,
      bounce: z.object({ message: text }).nullish().catch(null),
      failed: z.object({ reason: text }).nullish().catch(null),
    })
    .nullish()
    .catch(null),
});

/** What a body says whose signature was checked before. */
export function readResendEvent(verified: unknown): ResendEvent | null {
  const read = body.safeParse(verified);
  if (!read.success) return null;
  const { type, data } = read.data;
  return { type, emailId: data?.email_id ?? null, reason: data?.bounce?.message ?? data?.failed?.reason ?? null };
}
