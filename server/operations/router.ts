import { z } from "zod";
import { companyProcedure, platformProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { retryFailedJobs } from "./platform/commands/retry-failed-jobs";
import { getPlatformHealth } from "./platform/queries/get-platform-health";
import { getQueueStatus } from "./platform/queries/get-queue-status";
import { listFailedJobs } from "./platform/queries/list-failed-jobs";
import { failedRun, queueStatus, retriedJobs, retryJobsInput, SHOWN_JOBS } from "./platform/schema";
import { getHealthDetails } from "./queries/get-health-details";
import { listWork } from "./queries/list-work";
import { healthDetails, workView } from "./schema";

export const operationsRouter = router({
  getHealth: companyProcedure
    .meta({ permission: "view_integration_health" })
    .output(healthDetails)
    .query(({ ctx }) => getHealthDetails(ctx.company, ctx.membership.timezone)),
  listWork: companyProcedure
    .meta({ permission: "view_integration_health", rest: "GET /integrations/work" })
    .output(z.array(workView))
    .query(({ ctx }) => listWork(ctx.company)),
});

/** The same over all companies. */
export const platformOperationsRouter = router({
  getHealth: platformProcedure
    .meta({ permission: "view_platform" })
    .output(healthDetails)
    .query(({ ctx }) => getPlatformHealth(ctx.platform)),
});

/** What the job runner has to do, and what it gave up. */
export const platformJobsRouter = router({
  getStatus: platformProcedure
    .meta({ permission: "view_platform" })
    .output(queueStatus)
    .query(({ ctx }) => getQueueStatus(ctx.platform)),
  listFailed: platformProcedure
    .meta({ permission: "view_platform" })
    .output(z.array(failedRun))
    .query(({ ctx }) => listFailedJobs(ctx.platform, { limit: SHOWN_JOBS })),
  retry: platformProcedure
    .meta({ permission: "edit_platform" })
    .input(retryJobsInput)
    .output(retriedJobs)
    .mutation(async ({ ctx, input }) => {
      const runs = await retryFailedJobs(ctx.platform, { ...input, isDryRun: false });
      return { retried: runs.length };
    }),
});
