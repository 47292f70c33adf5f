import { inngest } from "@/inngest/client";
import { JOB_RETRIES } from "@/inngest/retry";
import { failImport, workOffImport } from "@/server/appointments/imports/commands/work-off-import";
import { importRequested } from "@/server/appointments/imports/events";
import { jobContext } from "@/server/core/context";

/** Twenty thousand lines come in well below it. */
const MOST_STEPS = 1600;

/** Checks, takes over or takes back the lines of a file, some seconds of them in each step. */
export const runImport = inngest.createFunction(
  {
    id: "run-import",
    triggers: [importRequested],
    concurrency: [
      { key: "event.data.importId", limit: 1 },
      { key: "event.data.companyId", limit: 1 },
    ],
    retries: JOB_RETRIES,
  },
  async ({ event, step, attempt, maxAttempts }) => {
    const { companyId, importId } = event.data;
    const isLastTry = maxAttempts !== undefined && attempt + 1 >= maxAttempts;
    for (let count = 0; count < MOST_STEPS; count++) {
      const { isOver } = await step.run(`work-off-${count}`, async () => {
        try {
          return await workOffImport({ companyId, importId });
        } catch (error) {
          if (isLastTry) await failImport(jobContext(event.data, "run-import"), { importId });
          throw error;
        }
      });
      if (isOver) return { steps: count + 1 };
    }
    return { steps: MOST_STEPS };
  },
);
