import { inngest } from "@/inngest/client";
import { eachCompany } from "@/inngest/each-company";
import { JOB_RETRIES } from "@/inngest/retry";
import { jobContext } from "@/server/core/context";
import { releaseHeldWebhooks } from "@/server/webhooks/commands/release-held-webhooks";
import { listCompaniesWithHeld } from "@/server/webhooks/queries/list-companies-with-held";

/** Every minute as much of what came too fast gets its turn as a minute allows. */
export const releaseHeldWebhooksJob = inngest.createFunction(
  { id: "release-held-webhooks", triggers: [{ cron: "* * * * *" }], retries: JOB_RETRIES, concurrency: 1 },
  async ({ step }) => {
    const companyIds = await step.run("find-companies", () => listCompaniesWithHeld());
    return eachCompany(step, { name: "release-of", companyIds }, (companyId) =>
      releaseHeldWebhooks(jobContext({ companyId }, "release-held-webhooks")),
    );
  },
);
