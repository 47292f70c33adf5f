import { inngest } from "@/inngest/client";
import { eachCompany } from "@/inngest/each-company";
import { JOB_RETRIES } from "@/inngest/retry";
import { startScheduledRun } from "@/server/calcom/reconciliation/commands/start-scheduled-run";
import { jobContext } from "@/server/core/context";
import { isFeatureOn } from "@/server/tenancy/queries/is-feature-on";
import { listActiveCompanyIds } from "@/server/tenancy/queries/list-active-company-ids";

/** Every half hour the next two weeks of each company are compared with Cal.com, after each night everything; a run for each. */
export const reconcileCalcom = inngest.createFunction(
  { id: "reconcile-calcom", triggers: [{ cron: "*/30 * * * *" }], retries: JOB_RETRIES },
  async ({ step }) => {
    const companyIds = await step.run("list-companies", () => listActiveCompanyIds());
    return eachCompany(step, { name: "start-run-of", companyIds }, async (companyId) => {
      if (!(await isFeatureOn(companyId, "calcom_sync"))) return { started: null };
      return { started: await startScheduledRun(jobContext({ companyId }, "reconcile-calcom")) };
    });
  },
);
