import { inngest } from "@/inngest/client";
import { JOB_RETRIES } from "@/inngest/retry";
import { jobContext } from "@/server/core/context";
import { deliverNotification } from "@/server/notifications/commands/deliver-notification";
import { notificationQueued } from "@/server/notifications/events";

/** Waits for another try's end, the message's time or its provider cost no try, but end; the hourly sweep goes on. */
const MAX_WAITS = 20;

/** One message: waits for its second, then sends it if it is still due. */
export const sendNotification = inngest.createFunction(
  {
    id: "send-notification",
    triggers: [notificationQueued],
    concurrency: [
      { key: "event.data.notificationId", limit: 1 },
      { key: "event.data.companyId", limit: 10 },
    ],
    priority: { run: "120" },
    retries: JOB_RETRIES,
  },
  async ({ event, step, attempt, maxAttempts }) => {
    const { notificationId, scheduledFor } = event.data;
    const isLastTry = maxAttempts !== undefined && attempt + 1 >= maxAttempts;
    if (Date.parse(scheduledFor) > (event.ts ?? 0) + 1000) await step.sleepUntil("until-due", scheduledFor);
    for (let waits = 0; ; waits++) {
      const delivery = await step.run(`deliver-${waits}`, () =>
        deliverNotification(jobContext(event.data, "send-notification"), { notificationId, isLastTry }),
      );
      if (delivery.state === "done" || waits >= MAX_WAITS) return delivery;
      await step.sleepUntil(`wait-${waits}`, delivery.until);
    }
  },
);
