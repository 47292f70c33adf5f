import { z } from "zod";
import { followingServices } from "@/server/availability/schema";
import { listOrder, pageInput, pageOf } from "@/server/core/page";
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
  followedBy: followingServices,
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
    /** As people write it. */
    recipientText: z.string(),
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

/** Which messages a list or a table holds; a time means when it was written down, not when it goes out. */
export const notificationFilters = z.object({
  appointmentId: z.uuid().optional(),
  customerId: z.uuid().optional(),
  /** About appointments there. */
  branchId: z.uuid().optional(),
  status: z.array(notificationStatus).optional(),
  channel: z.array(notificationChannel).optional(),
  event: z.array(notificationEvent).optional(),
  from: instant.optional(),
  until: instant.optional(),
  /** Those that should have gone out by then. */
  dueBefore: instant.optional(),
  /** Part of the customer's name or of the address. */
  search: z.string().trim().max(100).optional(),
});
export type NotificationFilters = z.infer<typeof notificationFilters>;

export const listNotificationsInput = notificationFilters.extend({ order: listOrder.optional(), ...pageInput });
export type ListNotificationsInput = z.infer<typeof listNotificationsInput>;

export const getNotificationInput = z.object({ notificationId: z.uuid() });
export type GetNotificationInput = z.infer<typeof getNotificationInput>;

export const notificationView = z.object({
  id: z.uuid(),
  /** One of `notificationEvent`, or one that a later version knows. */
  event: z.string(),
  channel: notificationChannel,
  recipient: z.string(),
  /** As people write it. */
  recipientText: z.string(),
  status: notificationStatus,
  subject: z.string().nullable(),
  body: z.string().nullable(),
  language: z.string(),
  appointmentId: z.uuid().nullable(),
  customerId: z.uuid().nullable(),
  customerName: z.string().nullable(),
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

export const countNotificationsInput = notificationFilters.pick({ branchId: true, from: true });
export type CountNotificationsInput = z.infer<typeof countNotificationsInput>;

/** What waits, what failed, and what went out of the messages since then, or of the last seven days. */
export const notificationCounts = z.object({ waiting: z.int(), failed: z.int(), sentLastWeek: z.int() });
export type NotificationCounts = z.infer<typeof notificationCounts>;

export const retryNotificationInput = z.object({ notificationId: z.uuid() });
export type RetryNotificationInput = z.infer<typeof retryNotificationInput>;

export const retriedNotifications = z.object({ queued: z.int() });
export type RetriedNotifications = z.infer<typeof retriedNotifications>;
