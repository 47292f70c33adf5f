import { inngest } from "@/inngest/client";
import { JOB_RETRIES } from "@/inngest/retry";
import { queueDueMessages } from "@/server/notifications/commands/queue-due-messages";

/** Every minute, what becomes due until the one after next is handed to a job of its own, which waits for the second. */
export const sendDueNotifications = inngest.createFunction(
  { id: "send-due-notifications", triggers: [{ cron: "* * * * *" }], retries: JOB_RETRIES },
  async ({ step }) => step.run("queue-due-messages", () => queueDueMessages({ now: new Date() })),
);
