import { z } from "zod";
import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { retryNotification } from "./commands/retry-notification";
import { countNotifications } from "./queries/count-notifications";
import { listNotifications } from "./queries/list-notifications";
import { listNotificationsInput, notificationCounts, notificationPage, retryNotificationInput } from "./schema";

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
  retry: companyProcedure
    .meta({ permission: "edit_appointments", rest: "POST /notifications/{id}/retry" })
    .input(retryNotificationInput)
    .output(z.void())
    .mutation(({ ctx, input }) => retryNotification(ctx.company, input)),
});
