import { inngest } from "@/inngest/client";
import { JOB_RETRIES } from "@/inngest/retry";
import { queueRefusedCalls } from "@/server/calls/commands/queue-refused-calls";
import { queueUnanalysedCalls } from "@/server/calls/commands/queue-unanalysed-calls";
import { jobContext } from "@/server/core/context";
import { listActiveCompanyIds } from "@/server/tenancy/queries/list-active-company-ids";

/** A sweep over all companies; what a call was about is fetched, and what was refused is deleted, by a run of its own. */
export const syncRetellCalls = inngest.createFunction(
  { id: "sync-retell-calls", triggers: [{ cron: "20 * * * *" }], retries: JOB_RETRIES },
  async ({ step }) => {
    await step.run("queue-unanalysed-calls", async () => {
      for (const companyId of await listActiveCompanyIds())
        await queueUnanalysedCalls(jobContext({ companyId }, "sync-retell-calls"));
    });
    await step.run("queue-refused-calls", async () => {
      for (const companyId of await listActiveCompanyIds())
        await queueRefusedCalls(jobContext({ companyId }, "sync-retell-calls"));
    });
  },
);
