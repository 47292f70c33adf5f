import { inngest } from "@/inngest/client";
import { JOB_RETRIES } from "@/inngest/retry";
import { applyRetention } from "@/server/calls/commands/apply-retention";
import { jobContext } from "@/server/core/context";
import { listActiveCompanyIds } from "@/server/tenancy/queries/list-active-company-ids";

/** At night, company by company; the provider is asked to delete its own by the hourly sweep. */
export const applyCallRetention = inngest.createFunction(
  { id: "apply-call-retention", triggers: [{ cron: "23 3 * * *" }], retries: JOB_RETRIES },
  async ({ step }) =>
    step.run("forget-what-is-old", async () => {
      const total = { recordings: 0, conversations: 0 };
      for (const companyId of await listActiveCompanyIds()) {
        const forgotten = await applyRetention(jobContext({ companyId }, "apply-call-retention"));
        total.recordings += forgotten.recordings;
        total.conversations += forgotten.conversations;
      }
      return total;
    }),
);
