import { inngest } from "@/inngest/client";
import { JOB_RETRIES } from "@/inngest/retry";
import { jobContext } from "@/server/core/context";
import { processMessageWebhook } from "@/server/notifications/commands/process-message-webhook";
import { messageWebhookUnrouted } from "@/server/notifications/events";
import { endUnroutedDelivery, routeLateDelivery } from "@/server/notifications/platform/commands/route-late-delivery";

/** How long it is waited before each look; most are found by the first. */
const PAUSES = ["20s", "1m", "5m"];

/** A report may come before the sending of its message was written down: it is looked for a few times more. */
export const routeMessageWebhookJob = inngest.createFunction(
  { id: "route-message-webhook", triggers: [messageWebhookUnrouted], retries: JOB_RETRIES },
  async ({ event: { data }, step, attempt, maxAttempts }) => {
    for (const [at, pause] of PAUSES.entries()) {
      await step.sleep(`wait-${at}`, pause);
      const companyId = await step.run(`route-${at}`, () => routeLateDelivery(data));
      if (companyId === null) continue;
      const ctx = jobContext({ companyId }, "route-message-webhook");
      const isLastTry = maxAttempts !== undefined && attempt + 1 >= maxAttempts;
      await step.run("take-over", () => processMessageWebhook(ctx, { ...data, isLastTry }));
      return;
    }
    await step.run("give-up", () => endUnroutedDelivery(data.deliveryId));
  },
);
