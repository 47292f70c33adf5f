import { inngest } from "@/inngest/client";
import { eachCompany } from "@/inngest/each-company";
import { JOB_RETRIES } from "@/inngest/retry";
import { pushEventTypes } from "@/server/calcom/mapping/commands/push-event-types";
import { jobContext } from "@/server/core/context";
import { isFeatureOn } from "@/server/tenancy/queries/is-feature-on";
import { listActiveCompanyIds } from "@/server/tenancy/queries/list-active-company-ids";

/** Every night the event types that we made are brought to how the services are by then. */
export const syncCalcomEventTypes = inngest.createFunction(
  { id: "sync-calcom-event-types", triggers: [{ cron: "TZ=Europe/Berlin 40 3 * * *" }], retries: JOB_RETRIES },
  async ({ step }) => {
    const companyIds = await step.run("list-companies", () => listActiveCompanyIds());
    return eachCompany(step, { name: "push-event-types-of", companyIds }, async (companyId) => {
      if (!(await isFeatureOn(companyId, "calcom_sync"))) return { state: "skipped" as const };
      return pushEventTypes(jobContext({ companyId }, "sync-calcom-event-types"), { isNightly: true });
    });
  },
);
