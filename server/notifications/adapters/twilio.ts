import twilio from "twilio";
import { env } from "@/server/core/env";
import type { AttemptResult } from "../rules/attempt";

export interface SmsMessage {
  to: string;
  body: string;
  /** When the first try began, if this is a later one: that try may have sent it. */
  triedAt: Date | null;
}

/** What no repeat will change: of the message, unless it says that it is our account. https://www.twilio.com/docs/api/errors */
const FINAL_STATUS = new Set([400, 401, 403, 404]);
const SETUP_STATUS = new Set([401, 403, 404]);
/** Credentials (20003), the account (20005, 20404), the sender (21212, 21603, 21606, 21659, 21660), our callback (21609). */
const SETUP = new Set([20003, 20005, 20404, 21212, 21603, 21606, 21609, 21659, 21660]);
/** The sender's own queue is full. */
const PASSING = new Set([21611]);
/** Numbers, texts and channels of one message. */
const MESSAGE = /^(21|30|63)\d{3}$/;

/**
 * Sends a text message; never throws for what the provider answers. The provider knows no idempotency key: before a later
 * try we look for the message among those sent to the number since the first one, and adopt it.
 */
export async function sendSms(message: SmsMessage): Promise<AttemptResult> {
  const client = connect();
  if (!client)
    return { kind: "refused", error: "text messages are not set up (TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN)" };
  try {
    const earlier = message.triedAt ? await findSent(client, { ...message, triedAt: message.triedAt }) : null;
    if (earlier) return { kind: "sent", providerMessageId: earlier };
    const { APP_URL, TWILIO_FROM } = env();
    const statusCallback = new URL("/webhooks/twilio", APP_URL).toString();
    const sent = await client.messages.create({
      to: message.to,
      from: TWILIO_FROM,
      body: message.body,
      statusCallback,
    });
    return { kind: "sent", providerMessageId: sent.sid };
  } catch (error) {
    return toResult(error);
  }
}

function connect() {
  const { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_API_BASE } = env();
  if (!TWILIO_ACCOUNT_SID || !TWILIO_AUTH_TOKEN) return null;
  const client = twilio(TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, { timeout: 8000 });
  client.api.baseUrl = TWILIO_API_BASE;
  return client;
}

/** What nobody got is not what was sent. */
const LOST = new Set<string>(["failed", "undelivered", "canceled"]);
const ONE_DAY_MS = 86_400_000;

/** The day filter is in UTC and may be a day off at midnight, so it begins a day early; the body tells our own apart. */
async function findSent(
  client: NonNullable<ReturnType<typeof connect>>,
  { to, body, triedAt }: { to: string; body: string; triedAt: Date },
): Promise<string | null> {
  const dateSentAfter = new Date(triedAt.getTime() - ONE_DAY_MS);
  const sent = await client.messages.list({ to, dateSentAfter, limit: 100 });
  const since = Math.floor(triedAt.getTime() / 1000) * 1000;
  const isIt = (one: (typeof sent)[number]) => one.body === body && one.dateCreated.getTime() >= since;
  return sent.find((one) => isIt(one) && !LOST.has(one.status))?.sid ?? null;
}

function toResult(error: unknown): AttemptResult {
  const { status, code, message } = error as { status?: number; code?: number | string; message?: string };
  const text = [code, message].filter(Boolean).join(": ");
  if (status === undefined || !FINAL_STATUS.has(status) || PASSING.has(Number(code)))
    return { kind: "fault", error: text, status: status ?? null };
  const isOfMessage = MESSAGE.test(String(code)) && !SETUP.has(Number(code));
  const isOfSetup = SETUP.has(Number(code)) || (SETUP_STATUS.has(status) && !isOfMessage);
  return { kind: isOfSetup ? "unauthorised" : "refused", error: text, status };
}

/** Whether the form really comes from the provider: HMAC-SHA1 with the account's token over our public address and every field. */
export function isTwilioSigned(
  path: string,
  { signature, form }: { signature: string | null; form: Record<string, string> },
): boolean {
  const { TWILIO_AUTH_TOKEN, APP_URL } = env();
  if (!TWILIO_AUTH_TOKEN || !signature) return false;
  return twilio.validateRequest(TWILIO_AUTH_TOKEN, signature, new URL(path, APP_URL).toString(), form);
}
