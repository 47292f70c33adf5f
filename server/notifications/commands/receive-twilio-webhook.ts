import { createHash } from "node:crypto";
import { receiveDelivery, refuseDelivery } from "@/server/core/deliveries";
import { AppError } from "@/server/core/errors";
import { isTwilioSigned } from "../adapters/twilio";
import { routeMessage } from "../repository/list";
import { optOutNumber } from "./opt-out-number";
import { receiveDeliveryReport } from "./receive-delivery-report";

export interface TwilioDelivery {
  raw: string;
  signature: string | null;
  headers: Record<string, string>;
  /** Told whose message it is about, as soon as it is known. */
  onCompany?: (companyId: string) => void;
}

const STOP = new Set([
  "STOP",
  "STOPP",
  "STOPALL",
  "UNSUBSCRIBE",
  "ABMELDEN",
  "END",
  "QUIT",
  "CANCEL",
  "REVOKE",
  "OPTOUT",
]);
const START = new Set(["START", "UNSTOP", "ANMELDEN"]);

/** A status of a message that we sent, or an answer to one. Throws SIGNATURE_INVALID for a stranger's; a repeat does nothing. */
export async function receiveTwilioWebhook({ raw, signature, headers, onCompany }: TwilioDelivery): Promise<void> {
  const form = Object.fromEntries(new URLSearchParams(raw));
  const status = form.MessageStatus ?? form.SmsStatus;
  const isAnswer = form.Body !== undefined;
  const event = isAnswer ? "message.received" : `message.${status ?? "unknown"}`;
  if (!isTwilioSigned("/webhooks/twilio", { signature, form })) {
    await refuseDelivery({ source: "twilio", event, companyId: null, headers, status: 401, error: "wrong_signature" });
    throw new AppError({ code: "SIGNATURE_INVALID", reason: "wrong_signature" });
  }
  const route = form.MessageSid ? await routeMessage(form.MessageSid) : null;
  if (route) onCompany?.(route.companyId);
  const externalId = createHash("sha256").update(raw).digest("hex");
  const delivery = { source: "twilio" as const, event, headers, externalId, companyId: route?.companyId ?? null };
  if (!(await receiveDelivery({ ...delivery, raw: JSON.stringify(withoutWords(form)) }, null))) return;
  if (isAnswer) await readAnswer(form);
  else if (form.MessageSid) await report(form.MessageSid, { status, errorCode: form.ErrorCode });
}

/** What a customer wrote is not kept in the log. */
const withoutWords = ({ Body: _, ...form }: Record<string, string>) => form;

async function readAnswer(form: Record<string, string>): Promise<void> {
  const word = (form.Body ?? "").trim().toUpperCase();
  const from = form.From ?? "";
  if (form.OptOutType === "STOP" || STOP.has(word)) await optOutNumber({ e164: from, isAllowed: false });
  else if (form.OptOutType === "START" || START.has(word)) await optOutNumber({ e164: from, isAllowed: true });
}

async function report(
  providerMessageId: string,
  { status, errorCode }: { status: string | undefined; errorCode: string | undefined },
): Promise<void> {
  if (status === "delivered" || status === "read") {
    await receiveDeliveryReport({ providerMessageId, status: "delivered", reason: null });
  } else if (status === "failed" || status === "undelivered") {
    await receiveDeliveryReport({ providerMessageId, status: "failed", reason: `${status} ${errorCode ?? ""}`.trim() });
  }
}
