import { inngest } from "@/inngest/client";
import { JOB_RETRIES } from "@/inngest/retry";
import { jobContext } from "@/server/core/context";
import { processMessageWebhook } from "@/server/notifications/commands/process-message-webhook";
import { messageWebhookReceived } from "@/server/notifications/events";

/** What is told of one message, or answered by one number, one after the other. */
export const processMessageWebhookJob = inngest.createFunction(
  {
    id: "process-message-webhook",
    triggers: [messageWebhookReceived],
    concurrency: [
      { key: "event.data.about", limit: 1 },
      { key: "event.data.companyId", limit: 10 },
    ],
    priority: { run: "60" },
    retries: JOB_RETRIES,
  },
  async ({ event, step, attempt, maxAttempts }) => {
    const ctx = jobContext(event.data, "process-message-webhook");
    const isLastTry = maxAttempts !== undefined && attempt + 1 >= maxAttempts;
    await step.run("take-over", () => processMessageWebhook(ctx, { ...event.data, isLastTry }));
  },
);
