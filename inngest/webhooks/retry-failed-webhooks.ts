import { inngest } from "@/inngest/client";
import { eachCompany } from "@/inngest/each-company";
import { JOB_RETRIES } from "@/inngest/retry";
import { jobContext } from "@/server/core/context";
import { retryFailedWebhooks } from "@/server/webhooks/commands/retry-failed-webhooks";
import { listCompaniesWithFailures } from "@/server/webhooks/queries/list-companies-with-failures";

/** Every hour, for a day, what was delivered and could not be taken over is tried again. */
export const retryFailedWebhooksJob = inngest.createFunction(
  { id: "retry-failed-webhooks", triggers: [{ cron: "47 * * * *" }], retries: JOB_RETRIES },
  async ({ step }) => {
    const companyIds = await step.run("find-companies", () => listCompaniesWithFailures({ now: new Date() }));
    return eachCompany(step, { name: "retry-of", companyIds }, (companyId) =>
      retryFailedWebhooks(jobContext({ companyId }, "retry-failed-webhooks")),
    );
  },
);
