import { inngest } from "@/inngest/client";
import { JOB_RETRIES } from "@/inngest/retry";
import { queueOverdueCalls } from "@/server/calls/commands/queue-overdue-calls";
import { jobContext } from "@/server/core/context";
import { listActiveCompanyIds } from "@/server/tenancy/queries/list-active-company-ids";

/** A sweep over all companies; each call that it finds is closed by a run of its own. */
export const closeStaleCalls = inngest.createFunction(
  { id: "close-stale-calls", triggers: [{ cron: "*/5 * * * *" }], retries: JOB_RETRIES },
  async ({ step }) => {
    await step.run("queue-overdue-calls", async () => {
      for (const companyId of await listActiveCompanyIds())
        await queueOverdueCalls(jobContext({ companyId }, "close-stale-calls"));
    });
  },
);
