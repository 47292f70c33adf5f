import type { InngestFunction } from "inngest";
import { runImport } from "./appointments/run-import";
import { deriveHolidaysJob } from "./availability/derive-holidays";
import { processCalcomWebhookJob } from "./calcom/process-calcom-webhook";
import { sweepCalcom } from "./calcom/sweep-calcom";
import { syncAppointmentToCalcom } from "./calcom/sync-appointment-to-calcom";
import { closeOverdueCallJob } from "./calls/close-overdue-call";
import { closeStaleCalls } from "./calls/close-stale-calls";
import { processRetellWebhook } from "./calls/process-retell-webhook";
import { recordLockoutJob } from "./identity/record-lockout";
import { retryFailedAccountMails } from "./identity/retry-failed-account-mails";
import { sendAccountMail } from "./identity/send-account-mail";
import { warnOfEndingKeysJob } from "./identity/warn-of-ending-keys";
import { notifyOfAbsence } from "./notifications/notify-of-absence";
import { notifyTeam } from "./notifications/notify-team";
import { queueAppointmentMessages } from "./notifications/queue-appointment-messages";
import { retryFailedNotifications } from "./notifications/retry-failed-notifications";
import { scheduleReminders } from "./notifications/schedule-reminders";
import { sendDueNotifications } from "./notifications/send-due-notifications";
import { sendNotification } from "./notifications/send-notification";
import { sendVerificationCodeJob } from "./notifications/send-verification-code";
import { forgetWhatIsOverJob } from "./operations/forget-what-is-over";
import { pruneCountsJob } from "./operations/prune-counts";

/** Every function that is served: one line for each file in `inngest/<context>/`. */
export const functions: InngestFunction.Any[] = [
  processRetellWebhook,
  deriveHolidaysJob,
  closeOverdueCallJob,
  closeStaleCalls,
  syncAppointmentToCalcom,
  processCalcomWebhookJob,
  sweepCalcom,
  queueAppointmentMessages,
  scheduleReminders,
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
  runImport,
];
