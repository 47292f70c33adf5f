import { type PlatformContext, transactAsPlatform } from "@/server/core/platform";
import { listFailedRuns } from "../repository/queue";
import type { FailedRun } from "../schema";

/** The jobs that gave up and were not tried again. */
export const listFailedJobs = (ctx: PlatformContext, query: { limit: number }): Promise<FailedRun[]> =>
  transactAsPlatform(ctx, (tx) => listFailedRuns(tx, query));
