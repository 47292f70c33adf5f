import { z } from "zod";
import type { TransactionContext } from "@/server/core/context";
import type { DeliveryEvent } from "@/server/core/deliveries";
import { readResendEvent } from "../adapters/resend";
import { type MessageSource, messageWebhookReceived, toDeliveryEvent } from "../events";
import { findMessageIdAtProvider } from "../repository/messages";
import { type MessageNews, readResendNews, readTwilioNews } from "../rules/message-news";

interface Kept {
  source: MessageSource;
  payload: unknown;
}

const form = z.record(z.string(), z.string()).catch({});

/** What a logged delivery tells that changes something. */
export function readLoggedNews({ source, payload }: Kept): MessageNews | null {
  if (source === "twilio") return readTwilioNews(form.parse(payload));
  const event = readResendEvent(payload);
  return event && readResendNews(event);
}

export interface ReadDelivery {
  /** What a job would work on; also for what changes nothing, so that it comes to its end. */
  event: DeliveryEvent;
  /** The message that it tells of, where there is one. */
  notificationId: string | null;
}

/** What a logged delivery of a provider of messages is about, from what is kept of it. */
export async function readMessageDelivery(tx: TransactionContext, kept: Kept): Promise<ReadDelivery> {
  const { source, payload } = kept;
  const news = readLoggedNews(kept);
  const idle = { name: messageWebhookReceived.name, data: { source, about: "" } };
  const providerMessageId =
    source === "resend" ? readResendEvent(payload)?.emailId : (form.parse(payload).MessageSid ?? null);
  const notificationId = providerMessageId ? await findMessageIdAtProvider(tx, providerMessageId) : null;
  return { event: news ? toDeliveryEvent(source, news) : idle, notificationId };
}
