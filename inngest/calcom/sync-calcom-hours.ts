import { inngest } from "@/inngest/client";
import { eachCompany } from "@/inngest/each-company";
import { JOB_RETRIES } from "@/inngest/retry";
import { queueWorkingHours } from "@/server/calcom/hours/commands/queue-working-hours";
import { jobContext } from "@/server/core/context";
import { isFeatureOn } from "@/server/tenancy/queries/is-feature-on";
import { listActiveCompanyIds } from "@/server/tenancy/queries/list-active-company-ids";

/**
 * Every night, because another day has come into sight and hours may have been changed over there. Each company has a run of
 * its own for it, which waits when Cal.com wants to be left alone.
 */
export const syncCalcomHours = inngest.createFunction(
  { id: "sync-calcom-hours", triggers: [{ cron: "TZ=Europe/Berlin 10 4 * * *" }], retries: JOB_RETRIES },
  async ({ step }) => {
    const companyIds = await step.run("list-companies", () => listActiveCompanyIds());
    return eachCompany(step, { name: "queue-hours-of", companyIds }, async (companyId) => {
      if (!(await isFeatureOn(companyId, "calcom_sync"))) return { isQueued: false };
      return { isQueued: await queueWorkingHours(jobContext({ companyId }, "sync-calcom-hours")) };
    });
  },
);
