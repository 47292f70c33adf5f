import { inngest } from "@/inngest/client";
import { JOB_RETRIES } from "@/inngest/retry";
import { calcomRunRequested } from "@/server/calcom/events";
import { failRun, workOffRun } from "@/server/calcom/reconciliation/commands/work-off-run";
import { jobContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";

/** A year by stretches of two weeks, each a few times, with the rests that Cal.com asks for. */
const MOST_STEPS = 400;
const tooLong = () => new AppError({ code: "PRECONDITION_FAILED", reason: "calcom_run_too_long" });

/** Works a run off, stretch by stretch; one that was begun is taken up where it stands. Whatever ends the job ends the run. */
export const compareJob = ({ mostSteps }: { mostSteps: number }) =>
  inngest.createFunction(
    {
      id: "compare-with-calcom",
      triggers: [calcomRunRequested],
      concurrency: [{ key: "event.data.companyId", limit: 1 }],
      retries: JOB_RETRIES,
    },
    async ({ event, step, attempt, maxAttempts }) => {
      const { runId } = event.data;
      const isLastTry = maxAttempts !== undefined && attempt + 1 >= maxAttempts;
      const fail = (error: unknown) => failRun(jobContext(event.data, "compare-with-calcom"), { runId, error });
      for (let count = 0; count < mostSteps; count++) {
        const done = await step
          .run(`work-off-${count}`, async () => {
            try {
              return await workOffRun(jobContext(event.data, "compare-with-calcom"), { runId });
            } catch (error) {
              if (isLastTry) await fail(error);
              throw error;
            }
          })
          .catch(async (error: unknown) => {
            // Also what is final at once, and what came to its end without telling.
            await step.run("give-up", () => fail(error));
            throw error;
          });
        if (done.state === "over") return { steps: count + 1 };
        if (done.state === "waiting") await step.sleep(`leave-calcom-alone-${count}`, `${done.seconds}s`);
      }
      await step.run("give-up", () => fail(tooLong()));
      return { steps: mostSteps };
    },
  );

export const compareWithCalcom = compareJob({ mostSteps: MOST_STEPS });
