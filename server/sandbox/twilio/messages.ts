import { randomBytes } from "node:crypto";
import { DAY } from "@/server/core/time";
import { twilioSignature } from "../http/signatures";
import type { Sandbox } from "../sandbox";
import { countSegments } from "./segments";
import type { SmsMessage, SmsStatus } from "./state";

export const newSid = (prefix: string): string => prefix + randomBytes(16).toString("hex");

/** Queues a text message and lets it take its way, telling the status callback of each step. */
export function acceptMessage(sandbox: Sandbox, given: Outbound): SmsMessage {
  const at = sandbox.now();
  const message: SmsMessage = {
    ...given,
    sid: newSid("SM"),
    at,
    updatedAt: at,
    direction: "outbound-api",
    status: "queued",
    errorCode: null,
    failsWith: null,
  };
  sandbox.twilio.messages.set(message.sid, message);
  sandbox.deliveries.background(async () => {
    for (const status of stepsOf(sandbox, message)) await advance(sandbox, message, status);
  });
  return message;
}

/** How it ends: by what was said of this number, by the rules of WhatsApp, or as usual. */
function stepsOf({ outcomes, config, twilio }: Sandbox, message: SmsMessage): SmsStatus[] {
  const said = outcomes.get(message.to.replace(/^whatsapp:/, ""));
  if (said) {
    const isBad = said.outcome !== "delivered";
    message.failsWith = isBad ? (said.errorCode ?? 30003) : null;
    return ["sent", said.outcome === "failed" ? "failed" : isBad ? "undelivered" : "delivered"];
  }
  if (message.to.startsWith("whatsapp:")) {
    if (message.isTemplate || twilio.hasWrittenWithin(message.to, message.at.getTime() - DAY)) {
      return ["sent", "delivered", "read"];
    }
    message.failsWith = 63016;
    return ["failed"];
  }
  return ["sent", config.twilioOutcome ?? "delivered"];
}

export type Outbound = Pick<
  SmsMessage,
  "from" | "to" | "body" | "messagingServiceSid" | "statusCallback" | "isTemplate"
>;

async function advance(sandbox: Sandbox, message: SmsMessage, status: SmsStatus): Promise<void> {
  message.status = status;
  message.updatedAt = sandbox.now();
  if (status === "undelivered" || status === "failed") message.errorCode = message.failsWith ?? 30003;
  if (!message.statusCallback) return;
  await postForm(sandbox, { event: status, url: message.statusCallback, form: statusForm(sandbox, message) });
}

function statusForm({ config }: Sandbox, message: SmsMessage): Record<string, string> {
  const { sid, status, from, to, messagingServiceSid, errorCode, updatedAt } = message;
  const receipt = status === "delivered" || status === "undelivered";
  return {
    AccountSid: config.twilioAccountSid,
    ApiVersion: "2010-04-01",
    MessageSid: sid,
    MessageStatus: status,
    SmsSid: sid,
    SmsStatus: status,
    From: from,
    To: to,
    ...(messagingServiceSid ? { MessagingServiceSid: messagingServiceSid } : {}),
    ...(errorCode ? { ErrorCode: String(errorCode) } : {}),
    ...(receipt ? { RawDlrDoneDate: updatedAt.toISOString().replaceAll(/\D/g, "").slice(2, 12) } : {}),
  };
}

/** A text message from outside: what a customer answers. STOP and its English kin also block further messages. */
export async function receiveMessage(sandbox: Sandbox, { from, to, body }: Inbound): Promise<InboundReceipt> {
  const at = sandbox.now();
  const route = { from, to, body, messagingServiceSid: null, statusCallback: null, isTemplate: false };
  const message: SmsMessage = {
    ...route,
    sid: newSid("SM"),
    at,
    updatedAt: at,
    direction: "inbound",
    status: "received",
    errorCode: null,
    failsWith: null,
  };
  sandbox.twilio.messages.set(message.sid, message);
  const word = body.trim().toUpperCase();
  if (STOP_WORDS.has(word)) sandbox.twilio.optedOut.add(from);
  if (START_WORDS.has(word)) sandbox.twilio.optedOut.delete(from);
  const form = {
    AccountSid: sandbox.config.twilioAccountSid,
    ApiVersion: "2010-04-01",
    MessageSid: message.sid,
    SmsMessageSid: message.sid,
    SmsSid: message.sid,
    SmsStatus: "received",
    From: from,
    To: to,
    Body: body,
    NumMedia: "0",
    NumSegments: String(countSegments(body)),
    ...(from.startsWith("whatsapp:") ? { WaId: from.replace(/\D/g, ""), ProfileName: "Sandbox" } : {}),
  };
  const url = `${sandbox.config.appUrl}/webhooks/twilio`;
  const receipt = await postForm(sandbox, { event: "inbound", url, form, isQuestion: true });
  return { sid: message.sid, status: receipt.status, answer: receipt.text };
}

export interface Inbound {
  from: string;
  to: string;
  body: string;
}

export interface InboundReceipt {
  sid: string;
  status: number | null;
  answer: string;
}

const ERRORS: Record<number, string> = {
  30003: "Unreachable destination handset",
  30005: "Unknown destination handset",
  30006: "Landline or unreachable carrier",
  30007: "Message filtered",
  30008: "Unknown error",
  63016: "Failed to send freeform message because you are outside the allowed window",
};

/** Handled by the vendor itself, without regard to case, when it is the whole message. */
const STOP_WORDS = new Set(["STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL"]);
const START_WORDS = new Set(["START", "UNSTOP"]);

function postForm({ config, deliveries }: Sandbox, { event, url, form, isQuestion = false }: FormPost) {
  return deliveries.send({
    provider: "twilio",
    event,
    url,
    isQuestion,
    raw: new URLSearchParams(form).toString(),
    headers: () => ({
      "content-type": "application/x-www-form-urlencoded",
      "x-twilio-signature": twilioSignature(config.twilioAuthToken, url, form),
    }),
  });
}

interface FormPost {
  event: string;
  url: string;
  form: Record<string, string>;
  isQuestion?: boolean;
}

export function messageView(sandbox: Sandbox, message: SmsMessage) {
  const account = sandbox.config.twilioAccountSid;
  const uri = `/2010-04-01/Accounts/${account}/Messages/${message.sid}.json`;
  return {
    account_sid: account,
    api_version: "2010-04-01",
    body: message.body,
    date_created: message.at.toUTCString().replace("GMT", "+0000"),
    date_sent: message.status === "queued" ? null : message.updatedAt.toUTCString().replace("GMT", "+0000"),
    date_updated: message.updatedAt.toUTCString().replace("GMT", "+0000"),
    direction: message.direction,
    error_code: message.errorCode,
    error_message: message.errorCode ? (ERRORS[message.errorCode] ?? "Unknown error") : null,
    from: message.messagingServiceSid && message.status === "queued" ? null : message.from,
    messaging_service_sid: message.messagingServiceSid,
    num_media: "0",
    num_segments:
      message.messagingServiceSid && message.status === "queued" ? "0" : String(countSegments(message.body)),
    price: null,
    price_unit: "USD",
    sid: message.sid,
    status: message.status,
    subresource_uris: { media: uri.replace(".json", "/Media.json") },
    to: message.to,
    uri,
  };
}
