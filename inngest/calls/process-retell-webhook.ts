import { inngest } from "@/inngest/client";
import { JOB_RETRIES } from "@/inngest/retry";
import { applyCallEvent } from "@/server/calls/commands/apply-call-event";
import { retellWebhookReceived } from "@/server/calls/events";
import { jobContext } from "@/server/core/context";

/** Events of one call one after the other; between them the order does not matter. */
export const processRetellWebhook = inngest.createFunction(
  {
    id: "process-retell-webhook",
    triggers: [retellWebhookReceived],
    concurrency: [
      { key: "event.data.retellCallId", limit: 1 },
      { key: "event.data.companyId", limit: 10 },
    ],
    priority: { run: "120" },
    retries: JOB_RETRIES,
  },
  async ({ event, step, attempt, maxAttempts }) => {
    const ctx = jobContext(event.data, "process-retell-webhook");
    const isLastTry = maxAttempts !== undefined && attempt + 1 >= maxAttempts;
    await step.run("apply-call-event", () => applyCallEvent(ctx, { ...event.data, isLastTry }));
  },
);
