import { z } from "zod";
import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { changedAppointments } from "@/server/appointments/schema";
import { remindCustomers } from "./commands/remind-customers";
import { retryNotification } from "./commands/retry-notification";
import { countNotifications } from "./queries/count-notifications";
import { listNotifications } from "./queries/list-notifications";
import { previewDecision } from "./queries/preview-decision";
import { previewMessage } from "./queries/preview-message";
import {
  listNotificationsInput,
  messagePreviews,
  notificationCounts,
  notificationPage,
  previewDecisionInput,
  previewMessageInput,
  remindCustomersInput,
  retryNotificationInput,
} from "./schema";

export const notificationsRouter = router({
  list: companyProcedure
    .meta({ permission: "view_appointments", rest: "GET /notifications" })
    .input(listNotificationsInput)
    .output(notificationPage)
    .query(({ ctx, input }) => listNotifications(ctx.company, input)),
  count: companyProcedure
    .meta({ permission: "view_appointments", rest: "GET /notifications/counts" })
    .output(notificationCounts)
    .query(({ ctx }) => countNotifications(ctx.company)),
  preview: companyProcedure
    .meta({ permission: "view_customers" })
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
    .mutation(({ ctx, input }) => remindCustomers(ctx.company, input)),
  retry: companyProcedure
    .meta({ permission: "edit_appointments", rest: "POST /notifications/{id}/retry" })
    .input(retryNotificationInput)
    .output(z.void())
    .mutation(({ ctx, input }) => retryNotification(ctx.company, input)),
});
