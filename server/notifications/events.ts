import { eventType } from "inngest";
import { z } from "zod";
import { digest } from "@/server/core/crypto";
import type { DeliveryEvent } from "@/server/core/deliveries";
import type { MessageNews } from "./rules/message-news";

const base = { companyId: z.uuid(), notificationId: z.uuid() };

/** A message is to go out, at once or at a time within the next minutes. */
export const notificationQueued = eventType("notification/queued", {
  schema: z.object({ ...base, scheduledFor: z.iso.datetime() }),
});
/** A message's state changed in a way that pages show. */
export const notificationChanged = eventType("notification/changed", {
  schema: z.object({ ...base, appointmentId: z.uuid().nullable(), status: z.string() }),
});

/** A provider's delivery was logged; what it tells of a message, or answers to one, is still to be taken over. */
export const messageWebhookReceived = eventType("notification/webhook.received", {
  schema: z.object({
    companyId: z.uuid(),
    deliveryId: z.uuid(),
    source: z.enum(["twilio", "resend"]),
    /** Deliveries about the same are worked off one after the other. */
    about: z.string(),
  }),
});
export type MessageSource = "twilio" | "resend";

/** A report of a message that nobody knows yet: it may have come before its sending was written down. */
export const messageWebhookUnrouted = eventType("notification/webhook.unrouted", {
  schema: z.object({
    companyId: z.null(),
    deliveryId: z.uuid(),
    source: z.enum(["twilio", "resend"]),
    providerMessageId: z.string(),
  }),
});

/** A number is not handed about in the clear. */
const aboutOf = (news: MessageNews): string => (news.kind === "answer" ? digest(news.e164) : news.providerMessageId);

export const toDeliveryEvent = (source: MessageSource, news: MessageNews): DeliveryEvent => ({
  name: messageWebhookReceived.name,
  data: { source, about: aboutOf(news) },
});

/** What a delivery of no company becomes: an answer to a number that nobody knows is nobody's. */
export const toUnroutedEvent = (source: MessageSource, news: MessageNews): DeliveryEvent | null =>
  news.kind === "answer"
    ? null
    : { name: messageWebhookUnrouted.name, data: { source, providerMessageId: news.providerMessageId } };
