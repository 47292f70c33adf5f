import { inngest } from "@/inngest/client";
import { JOB_RETRIES } from "@/inngest/retry";
import { processCalcomWebhook } from "@/server/calcom/commands/process-calcom-webhook";
import { calcomWebhookReceived } from "@/server/calcom/events";
import { jobContext } from "@/server/core/context";

/** Waits for a write of ours, or for Cal.com to take calls again, cost no try, but end. */
const MAX_WAITS = 20;

/** What is told of one booking one after the other; whatever comes out of order finds what stands there now. */
export const processCalcomWebhookJob = inngest.createFunction(
  {
    id: "process-calcom-webhook",
    triggers: [calcomWebhookReceived],
    concurrency: [
      { key: "event.data.bookingUid", limit: 1 },
      { key: "event.data.companyId", limit: 5 },
    ],
    priority: { run: "60" },
    retries: JOB_RETRIES,
  },
  async ({ event, step, attempt, maxAttempts }) => {
    const { deliveryId } = event.data;
    const isLastAttempt = maxAttempts !== undefined && attempt + 1 >= maxAttempts;
    for (let waits = 0; ; waits++) {
      const isLastTry = isLastAttempt || waits >= MAX_WAITS;
      const done = await step.run(`apply-booking-${waits}`, async () =>
        processCalcomWebhook(jobContext(event.data, "process-calcom-webhook"), { deliveryId, isLastTry }),
      );
      if (done.state !== "waiting" || waits >= MAX_WAITS) return done;
      await step.sleep(`wait-for-calcom-${waits}`, `${done.seconds}s`);
    }
  },
);
