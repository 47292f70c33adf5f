import { companyProcedure, platformProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { replayWebhook } from "./commands/replay-webhook";
import { retryFailedWebhooks } from "./commands/retry-failed-webhooks";
import { getPlatformWebhookMonitor } from "./platform/queries/get-webhook-monitor";
import { getWebhook } from "./queries/get-webhook";
import { getWebhookMonitor } from "./queries/get-webhook-monitor";
import { listWebhooks } from "./queries/list-webhooks";
import {
  getWebhookInput,
  listWebhooksInput,
  replayedWebhook,
  retriedWebhooks,
  webhookDetails,
  webhookMonitor,
  webhookPage,
} from "./schema";

export const webhooksRouter = router({
  list: companyProcedure
    .meta({ permission: "view_webhooks", rest: "GET /webhooks/logs" })
    .input(listWebhooksInput)
    .output(webhookPage)
    .query(({ ctx, input }) => listWebhooks(ctx.company, input)),
  get: companyProcedure
    .meta({ permission: "view_webhooks", rest: "GET /webhooks/logs/{id}" })
    .input(getWebhookInput)
    .output(webhookDetails)
    .query(({ ctx, input }) => getWebhook(ctx.company, input)),
  replay: companyProcedure
    .meta({ permission: "retry_webhooks", rest: "POST /webhooks/logs/{id}/replay" })
    .input(getWebhookInput)
    .output(replayedWebhook)
    .mutation(({ ctx, input }) => replayWebhook(ctx.company, input)),
  retryFailed: companyProcedure
    .meta({ permission: "retry_webhooks", rest: "POST /webhooks/logs/retry" })
    .output(retriedWebhooks)
    .mutation(({ ctx }) => retryFailedWebhooks(ctx.company)),
  getMonitor: companyProcedure
    .meta({ permission: "view_integration_health" })
    .output(webhookMonitor)
    .query(({ ctx }) => getWebhookMonitor(ctx.company)),
});

/** The same over all companies. */
export const platformWebhooksRouter = router({
  getMonitor: platformProcedure
    .meta({ permission: "view_platform" })
    .output(webhookMonitor)
    .query(({ ctx }) => getPlatformWebhookMonitor(ctx.platform)),
});
