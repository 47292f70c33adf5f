import { inngest } from "@/inngest/client";
import { JOB_RETRIES } from "@/inngest/retry";
import { requeueStuckMessages } from "@/server/notifications/commands/queue-due-messages";

/** Every hour, for a day, what failed for a reason that may pass is tried again. */
export const retryFailedNotifications = inngest.createFunction(
  { id: "retry-failed-notifications", triggers: [{ cron: "37 * * * *" }], retries: JOB_RETRIES },
  async ({ step }) => step.run("requeue-stuck-messages", () => requeueStuckMessages({ now: new Date() })),
);
