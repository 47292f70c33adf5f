import { inngest } from "@/inngest/client";
import { JOB_RETRIES } from "@/inngest/retry";
import { pruneCounts } from "@/server/operations/commands/prune-counts";

/** Once an hour, what limits no longer ask for. */
export const pruneCountsJob = inngest.createFunction(
  { id: "prune-counts", triggers: [{ cron: "19 * * * *" }], retries: JOB_RETRIES },
  async ({ step }) => step.run("forget-old-counts", () => pruneCounts({ now: new Date() })),
);
