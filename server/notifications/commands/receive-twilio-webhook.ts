import { createHash } from "node:crypto";
import { type Delivery, receiveDelivery, refuseDelivery } from "@/server/core/deliveries";
import { AppError } from "@/server/core/errors";
import type { LimitName } from "@/server/core/limits";
import { isTwilioSigned } from "../adapters/twilio";
import { toDeliveryEvent, toUnroutedEvent } from "../events";
import { listCompaniesOfNumber, routeMessage } from "../repository/list";
import { type MessageNews, readTwilioNews, withoutWords } from "../rules/message-news";

export interface TwilioDelivery {
  raw: string;
  signature: string | null;
  headers: Record<string, string>;
  /** Told whose message it is about, as soon as it is known. */
  onCompany?: (companyId: string) => void;
}

/**
 * Takes the status of a message that we sent, or an answer to one, logs it once and leaves the work to a job. An answer is
 * one to every company that knows the number. Throws SIGNATURE_INVALID for a stranger's; a repeat does nothing.
 */
export async function receiveTwilioWebhook({ raw, signature, headers, onCompany }: TwilioDelivery): Promise<void> {
  const form = Object.fromEntries(new URLSearchParams(raw));
  const isAnswer = form.Body !== undefined;
  const event = isAnswer ? "message.received" : `message.${form.MessageStatus ?? form.SmsStatus ?? "unknown"}`;
  if (!isTwilioSigned("/webhooks/twilio", { signature, form })) {
    await refuseDelivery({ source: "twilio", event, companyId: null, headers, status: 401, error: "wrong_signature" });
    throw new AppError({ code: "SIGNATURE_INVALID", reason: "wrong_signature" });
  }
  const news = readTwilioNews(form);
  const companyIds = await companiesOf(form, news);
  if (!isAnswer && companyIds[0]) onCompany?.(companyIds[0]);
  const limit: LimitName = isAnswer ? "message_answers" : "message_reports";
  const kept = { source: "twilio" as const, event, headers, raw: JSON.stringify(withoutWords(form)), limit };
  const deliveries = (companyIds.length > 0 ? companyIds : [null]).map((companyId) => {
    return { ...kept, companyId, externalId: idOf(raw, isAnswer ? companyId : null) };
  });
  await receiveEach(deliveries, news);
}

/** Nobody sends an answer again: what fails for one company must not keep it from the next, and is tried once more. */
async function receiveEach(deliveries: Delivery[], news: MessageNews | null): Promise<void> {
  const failed: Delivery[] = [];
  const toEvent = (companyId: string | null) => (companyId ? toDeliveryEvent : toUnroutedEvent);
  const receive = (delivery: Delivery) =>
    receiveDelivery(delivery, news && toEvent(delivery.companyId)("twilio", news));
  for (const delivery of deliveries) await receive(delivery).catch(() => failed.push(delivery));
  const again = await Promise.allSettled(failed.map(receive));
  const lost = again.find((one) => one.status === "rejected");
  if (lost) throw lost.reason;
}

async function companiesOf({ MessageSid: sid }: Record<string, string>, news: MessageNews | null): Promise<string[]> {
  if (news?.kind === "answer") return listCompaniesOfNumber(news.e164);
  const route = sid ? await routeMessage(sid) : null;
  return route ? [route.companyId] : [];
}

/** They carry no id: the same words are the same delivery, an answer to each company that hears of it. */
const idOf = (raw: string, companyId: string | null): string =>
  createHash("sha256")
    .update(companyId ? `${companyId}\n` : "")
    .update(raw)
    .digest("hex");
