import { inngest } from "@/inngest/client";
import { JOB_RETRIES } from "@/inngest/retry";
import { forgetWhatIsOver } from "@/server/operations/commands/forget-what-is-over";

/** At night, when few sign in. */
export const forgetWhatIsOverJob = inngest.createFunction(
  { id: "forget-what-is-over", triggers: [{ cron: "41 2 * * *" }], retries: JOB_RETRIES },
  async ({ step }) => step.run("forget-what-is-over", () => forgetWhatIsOver()),
);
