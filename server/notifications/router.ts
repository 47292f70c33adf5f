import { z } from "zod";
import { sayRefusals } from "@/server/api/message";
import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { changedAppointments } from "@/server/appointments/batches/schema";
import { remindCustomers } from "./commands/remind-customers";
import { retryFailedNotifications } from "./commands/retry-failed-notifications";
import { retryNotification } from "./commands/retry-notification";
import { countNotifications } from "./queries/count-notifications";
import { getNotification } from "./queries/get-notification";
import { listNotifications } from "./queries/list-notifications";
import { previewDecision } from "./queries/preview-decision";
import { previewMessage } from "./queries/preview-message";
import {
  countNotificationsInput,
  getNotificationInput,
  listNotificationsInput,
  messagePreviews,
  notificationCounts,
  notificationPage,
  notificationView,
  previewDecisionInput,
  previewMessageInput,
  remindCustomersInput,
  retriedNotifications,
  retryNotificationInput,
} from "./schema";

export const notificationsRouter = router({
  list: companyProcedure
    .meta({ permission: "view_appointments", rest: "GET /notifications", sortedBy: "created_at" })
    .input(listNotificationsInput)
    .output(notificationPage)
    .query(({ ctx, input }) => listNotifications(ctx.company, input)),
  count: companyProcedure
    .meta({ permission: "view_appointments", rest: "GET /notifications/counts" })
    .input(countNotificationsInput)
    .output(notificationCounts)
    .query(({ ctx, input }) => countNotifications(ctx.company, input)),
  get: companyProcedure
    .meta({ permission: "view_appointments", rest: "GET /notifications/{id}" })
    .input(getNotificationInput)
    .output(notificationView)
    .query(({ ctx, input }) => getNotification(ctx.company, input)),
  preview: companyProcedure
    .meta({ permission: "view_customers", rest: "POST /notifications/preview" })
    .input(previewMessageInput)
    .output(messagePreviews)
    .query(({ ctx, input }) => previewMessage(ctx.company, input)),
  previewDecision: companyProcedure
    .meta({ permission: "edit_schedule_exceptions" })
    .input(previewDecisionInput)
    .output(messagePreviews)
    .query(({ ctx, input }) => previewDecision(ctx.company, input)),
  remind: companyProcedure
    .meta({ permission: "edit_appointments", rest: "POST /appointments/remind", limit: "bookings" })
    .input(remindCustomersInput)
    .output(changedAppointments)
    .mutation(async ({ ctx, input }) => sayRefusals(await remindCustomers(ctx.company, input), ctx.locale)),
  retry: companyProcedure
    .meta({ permission: "edit_appointments", rest: "POST /notifications/{id}/retry" })
    .input(retryNotificationInput)
    .output(z.void())
    .mutation(({ ctx, input }) => retryNotification(ctx.company, input)),
  retryFailed: companyProcedure
    .meta({ permission: "edit_appointments", rest: "POST /notifications/retry" })
    .output(retriedNotifications)
    .mutation(({ ctx }) => retryFailedNotifications(ctx.company)),
});
