import { inngest } from "@/inngest/client";
import { JOB_RETRIES } from "@/inngest/retry";
import { requeueAccountMails } from "@/server/identity/account-mail/commands/requeue-account-mails";

/** Every hour, for a day, what failed for a reason that may pass is tried again. */
export const retryFailedAccountMails = inngest.createFunction(
  { id: "retry-failed-account-mails", triggers: [{ cron: "43 * * * *" }], retries: JOB_RETRIES },
  async ({ step }) => step.run("requeue-account-mails", () => requeueAccountMails()),
);
