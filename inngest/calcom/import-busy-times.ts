import { inngest } from "@/inngest/client";
import { eachCompany } from "@/inngest/each-company";
import { JOB_RETRIES } from "@/inngest/retry";
import { importBusyTimes } from "@/server/calcom/hours/commands/import-busy-times";
import { jobContext } from "@/server/core/context";
import { isFeatureOn } from "@/server/tenancy/queries/is-feature-on";
import { listActiveCompanyIds } from "@/server/tenancy/queries/list-active-company-ids";

/** Nobody tells us of what people put into their calendars over there: it is looked for. */
export const importBusyTimesJob = inngest.createFunction(
  { id: "import-busy-times", triggers: [{ cron: "*/15 * * * *" }], retries: JOB_RETRIES, concurrency: 1 },
  async ({ step }) => {
    const companyIds = await step.run("list-companies", () => listActiveCompanyIds());
    return eachCompany(step, { name: "import-busy-times-of", companyIds }, async (companyId) => {
      if (!(await isFeatureOn(companyId, "calcom_sync"))) return { state: "skipped" as const };
      return importBusyTimes(jobContext({ companyId }, "import-busy-times"));
    });
  },
);
