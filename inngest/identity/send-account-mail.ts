import { inngest } from "@/inngest/client";
import { JOB_RETRIES } from "@/inngest/retry";
import { deliverAccountMail } from "@/server/identity/account-mail/commands/deliver-account-mail";
import { accountMailQueued } from "@/server/identity/account-mail/events";

/** Waits for another try's end cost no try of their own, but end. */
const MAX_WAITS = 5;

/** One mail about an account. Somebody waits for most of them, so they go first. */
export const sendAccountMail = inngest.createFunction(
  {
    id: "send-account-mail",
    triggers: [accountMailQueued],
    concurrency: [{ key: "event.data.mailId", limit: 1 }],
    priority: { run: "300" },
    retries: JOB_RETRIES,
  },
  async ({ event, step, attempt, maxAttempts }) => {
    const { mailId } = event.data;
    const isLastTry = maxAttempts !== undefined && attempt + 1 >= maxAttempts;
    for (let waits = 0; ; waits++) {
      const delivery = await step.run(`deliver-${waits}`, () => deliverAccountMail({ mailId, isLastTry }));
      if (delivery.state === "done" || waits >= MAX_WAITS) return delivery;
      await step.sleepUntil(`wait-${waits}`, delivery.until);
    }
  },
);
