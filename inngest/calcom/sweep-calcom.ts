import { inngest } from "@/inngest/client";
import { eachCompany } from "@/inngest/each-company";
import { JOB_RETRIES } from "@/inngest/retry";
import { queueBehindAppointments } from "@/server/calcom/commands/queue-behind-appointments";
import { jobContext } from "@/server/core/context";
import { isFeatureOn } from "@/server/tenancy/queries/is-feature-on";
import { listActiveCompanyIds } from "@/server/tenancy/queries/list-active-company-ids";

/** Every hour what is behind at Cal.com is asked for again, one run for each appointment. */
export const sweepCalcom = inngest.createFunction(
  { id: "sweep-calcom", triggers: [{ cron: "17 * * * *" }], retries: JOB_RETRIES },
  async ({ step }) => {
    const companyIds = await step.run("list-companies", () => listActiveCompanyIds());
    return eachCompany(step, { name: "queue-behind-of", companyIds }, async (companyId) => {
      if (!(await isFeatureOn(companyId, "calcom_sync"))) return { queued: 0 };
      return { queued: await queueBehindAppointments(jobContext({ companyId }, "sweep-calcom")) };
    });
  },
);
