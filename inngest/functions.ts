import type { InngestFunction } from "inngest";
import { runImport } from "./appointments/run-import";
import { deriveHolidaysJob } from "./availability/derive-holidays";
import { compareWithCalcom } from "./calcom/compare-with-calcom";
import { importBusyTimesJob } from "./calcom/import-busy-times";
import { processCalcomWebhookJob } from "./calcom/process-calcom-webhook";
import { reconcileCalcom } from "./calcom/reconcile-calcom";
import { sweepCalcom } from "./calcom/sweep-calcom";
import { syncAppointmentToCalcom } from "./calcom/sync-appointment-to-calcom";
import { syncAvailabilityToCalcom } from "./calcom/sync-availability-to-calcom";
import { syncCalcomEventTypes } from "./calcom/sync-calcom-event-types";
import { syncCalcomHours } from "./calcom/sync-calcom-hours";
import { syncOwedToCalcom } from "./calcom/sync-owed-to-calcom";
import { applyCallRetention } from "./calls/apply-call-retention";
import { catchUpCallJob } from "./calls/catch-up-call";
import { closeStaleCalls } from "./calls/close-stale-calls";
import { forgetRefusedCall } from "./calls/forget-refused-call";
import { processRetellWebhook } from "./calls/process-retell-webhook";
import { syncRetellCalls } from "./calls/sync-retell-calls";
import { recordLockoutJob } from "./identity/record-lockout";
import { retryFailedAccountMails } from "./identity/retry-failed-account-mails";
import { sendAccountMail } from "./identity/send-account-mail";
import { warnOfEndingKeysJob } from "./identity/warn-of-ending-keys";
import { notifyOfAbsence } from "./notifications/notify-of-absence";
import { notifyTeam } from "./notifications/notify-team";
import { processMessageWebhookJob } from "./notifications/process-message-webhook";
import { queueAppointmentMessages } from "./notifications/queue-appointment-messages";
import { retryFailedNotifications } from "./notifications/retry-failed-notifications";
import { routeMessageWebhookJob } from "./notifications/route-message-webhook";
import { scheduleReminders } from "./notifications/schedule-reminders";
import { sendDueNotifications } from "./notifications/send-due-notifications";
import { sendNotification } from "./notifications/send-notification";
import { sendVerificationCodeJob } from "./notifications/send-verification-code";
import { forgetWhatIsOverJob } from "./operations/forget-what-is-over";
import { pruneCountsJob } from "./operations/prune-counts";
import { releaseHeldWebhooksJob } from "./webhooks/release-held-webhooks";
import { retryFailedWebhooksJob } from "./webhooks/retry-failed-webhooks";

/** Every function that is served: one line for each file in `inngest/<context>/`. */
export const functions: InngestFunction.Any[] = [
  processRetellWebhook,
  deriveHolidaysJob,
  catchUpCallJob,
  closeStaleCalls,
  forgetRefusedCall,
  applyCallRetention,
  syncRetellCalls,
  syncAppointmentToCalcom,
  syncOwedToCalcom,
  syncCalcomEventTypes,
  syncAvailabilityToCalcom,
  syncCalcomHours,
  importBusyTimesJob,
  processCalcomWebhookJob,
  sweepCalcom,
  reconcileCalcom,
  compareWithCalcom,
  queueAppointmentMessages,
  scheduleReminders,
  processMessageWebhookJob,
  routeMessageWebhookJob,
  sendNotification,
  sendDueNotifications,
  retryFailedNotifications,
  sendVerificationCodeJob,
  notifyTeam,
  notifyOfAbsence,
  sendAccountMail,
  retryFailedAccountMails,
  recordLockoutJob,
  warnOfEndingKeysJob,
  forgetWhatIsOverJob,
  pruneCountsJob,
  releaseHeldWebhooksJob,
  retryFailedWebhooksJob,
  runImport,
];
