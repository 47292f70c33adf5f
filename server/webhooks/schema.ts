import { z } from "zod";
import { pageInput, pageOf } from "@/server/core/page";
import { instant } from "@/server/core/time";

export const webhookSource = z.enum(["retell", "calcom", "stripe", "twilio", "resend", "telegram"]);
export type WebhookSource = z.infer<typeof webhookSource>;
export const webhookStatus = z.enum(["received", "processed", "duplicate", "rejected", "failed"]);
export type WebhookStatus = z.infer<typeof webhookStatus>;

export const webhookFilters = z.object({
  source: z.array(webhookSource).optional(),
  status: z.array(webhookStatus).optional(),
  from: instant.optional(),
  until: instant.optional(),
  /** Part of the event's name, or of what went wrong. */
  search: z.string().trim().max(100).optional(),
});
export type WebhookFilters = z.infer<typeof webhookFilters>;
export const listWebhooksInput = webhookFilters.extend(pageInput);
export type ListWebhooksInput = z.infer<typeof listWebhooksInput>;

export const getWebhookInput = z.object({ webhookLogId: z.uuid() });
export type GetWebhookInput = z.infer<typeof getWebhookInput>;

export const webhookView = z.object({
  id: z.uuid(),
  source: webhookSource,
  event: z.string().nullable(),
  status: webhookStatus,
  receivedAt: z.date(),
  processedAt: z.date().nullable(),
  /** How often it was tried again after it had come to an end. */
  retryCount: z.int(),
  error: z.string().nullable(),
  canReplay: z.boolean(),
});
export type WebhookView = z.infer<typeof webhookView>;
export const webhookPage = pageOf(webhookView);

/** What a delivery is about: where one sees what came of it. */
export const webhookSubject = z.object({ type: z.enum(["call", "appointment", "notification"]), id: z.uuid() });
export type WebhookSubject = z.infer<typeof webhookSubject>;

export const webhookDetails = webhookView.extend({
  externalId: z.string().nullable(),
  /** The job that works it through; null when such deliveries are only kept. */
  handler: z.string().nullable(),
  isSignatureValid: z.boolean(),
  responseStatus: z.int(),
  headers: z.record(z.string(), z.unknown()),
  /** As it was delivered, without secrets; null when it was not kept, or is kept no longer. */
  payload: z.unknown(),
  /** Personal data are not shown to whoever asks. */
  isMasked: z.boolean(),
  /** It is about a branch, or a person's appointment, that whoever asks does not work with: then nothing of it is shown. */
  isWithheld: z.boolean(),
  subject: webhookSubject.nullable(),
});
export type WebhookDetails = z.infer<typeof webhookDetails>;

export const replayedWebhook = z.object({ webhookLogId: z.uuid() });
export const retriedWebhooks = z.object({ queued: z.int() });
export type RetriedWebhooks = z.infer<typeof retriedWebhooks>;

/** How deliveries went within a day, by where they came from. */
export const webhookMonitor = z.object({
  since: z.date(),
  sources: z.array(
    z.object({
      source: webhookSource,
      ...{ received: z.int(), processed: z.int(), duplicate: z.int(), rejected: z.int(), failed: z.int() },
      /** Since when the oldest one waits. */
      oldestWaitingSeconds: z.int().nullable(),
      /** From its coming to its end, for most (95 %) of them. */
      lagP95Ms: z.int().nullable(),
      lastReceivedAt: z.date().nullable(),
      /** Of what came to an end, how much failed: 0 to 1. */
      failureRate: z.number().nullable(),
    }),
  ),
});
export type WebhookMonitor = z.infer<typeof webhookMonitor>;
