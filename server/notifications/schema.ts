import { z } from "zod";
import { pageInput, pageOf } from "@/server/core/page";
import { instant } from "@/server/core/time";

/** What is told today; each has built-in texts in every language. */
export const notificationEvent = z.enum([
  "appointment_confirmed",
  "appointment_pending",
  "appointment_rescheduled",
  "appointment_cancelled",
  "reminder_24h",
  "reminder",
  "verification_code",
  "callback_created",
  "call_summary",
  "absence_requested",
  "absence_approved",
  "absence_refused",
]);
export type NotificationEvent = z.infer<typeof notificationEvent>;

export const notificationChannel = z.enum(["email", "sms", "whatsapp", "telegram", "in_app", "push"]);
export type NotificationChannel = z.infer<typeof notificationChannel>;

export const notificationStatus = z.enum([
  "pending",
  "scheduled",
  "sending",
  "sent",
  "delivered",
  "failed",
  "cancelled",
  "suppressed",
]);
export type NotificationStatus = z.infer<typeof notificationStatus>;

export const messageLanguage = z.enum(["de", "en"]);
export type MessageLanguage = z.infer<typeof messageLanguage>;

/** Where the facts of a message beyond customer and appointment come from; kept with its row, so that it can be told again. */
export const messageData = z.object({
  callId: z.uuid().optional(),
  callbackId: z.uuid().optional(),
  /** Somebody's absence. */
  exceptionId: z.uuid().optional(),
  /** Encrypted, because a code is a secret until it was used. */
  codeEncrypted: z.string().optional(),
});
export type MessageData = z.infer<typeof messageData>;

/** What is about to happen to an appointment, or to one that is being booked. */
export const previewMessageInput = z.object({
  what: z.enum(["booked", "rescheduled", "cancelled"]),
  /** One that there is; else who, where and what is booked. */
  appointmentId: z.uuid().optional(),
  customerId: z.uuid().optional(),
  branchId: z.uuid().optional(),
  serviceId: z.uuid().optional(),
  staffId: z.uuid().nullish(),
  startsAt: instant.optional(),
});
export type PreviewMessageInput = z.infer<typeof previewMessageInput>;

/** A yes or a no to time off that somebody asked for, before it is said. */
export const previewDecisionInput = z.object({
  exceptionId: z.uuid(),
  isApproved: z.boolean(),
  note: z.string().trim().max(300).nullish(),
});
export type PreviewDecisionInput = z.infer<typeof previewDecisionInput>;

/** As it would go out now, on each channel on which the customer can be reached. */
export const messagePreviews = z.array(
  z.object({
    channel: notificationChannel,
    recipient: z.string(),
    /** Why nothing is sent there all the same. */
    refusal: z.string().nullable(),
    language: messageLanguage,
    subject: z.string().nullable(),
    body: z.string(),
  }),
);
export type MessagePreviews = z.infer<typeof messagePreviews>;

export const remindCustomersInput = z.object({ appointmentIds: z.array(z.uuid()).min(1).max(100) });
export type RemindCustomersInput = z.infer<typeof remindCustomersInput>;

export const listNotificationsInput = z.object({
  appointmentId: z.uuid().optional(),
  customerId: z.uuid().optional(),
  status: z.array(notificationStatus).optional(),
  ...pageInput,
});
export type ListNotificationsInput = z.infer<typeof listNotificationsInput>;

export const notificationView = z.object({
  id: z.uuid(),
  /** One of `notificationEvent`, or one that a later version knows. */
  event: z.string(),
  channel: notificationChannel,
  recipient: z.string(),
  status: notificationStatus,
  subject: z.string().nullable(),
  body: z.string().nullable(),
  language: z.string(),
  appointmentId: z.uuid().nullable(),
  customerId: z.uuid().nullable(),
  scheduledFor: z.date(),
  sentAt: z.date().nullable(),
  deliveredAt: z.date().nullable(),
  failedAt: z.date().nullable(),
  retryCount: z.int(),
  maxRetries: z.int(),
  error: z.string().nullable(),
  costCents: z.int(),
  canRetry: z.boolean(),
  createdAt: z.date(),
});
export type NotificationView = z.infer<typeof notificationView>;
export const notificationPage = pageOf(notificationView);

/** What the badge of the outbox shows. */
export const notificationCounts = z.object({ waiting: z.int(), failed: z.int() });
export type NotificationCounts = z.infer<typeof notificationCounts>;

export const retryNotificationInput = z.object({ notificationId: z.uuid() });
export type RetryNotificationInput = z.infer<typeof retryNotificationInput>;
