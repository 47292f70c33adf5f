import { type PlatformContext, recordPlatformAudit, transactAsPlatform } from "@/server/core/platform";
import { askForReplay, listFailedRuns } from "../repository/queue";
import type { FailedRun } from "../schema";

interface Retry {
  /** Undefined: all of them. */
  runId?: string | undefined;
  isDryRun: boolean;
}

const MOST = 1000;

/** Starts jobs that gave up once more, with the events that they had; says which. */
export async function retryFailedJobs(ctx: PlatformContext, { runId, isDryRun }: Retry): Promise<FailedRun[]> {
  return transactAsPlatform(ctx, async (tx) => {
    const failed = await listFailedRuns(tx, { limit: MOST });
    const chosen = failed.filter((run) => !run.isAskedFor && (runId === undefined || run.runId === runId));
    if (isDryRun || chosen.length === 0) return chosen;
    await askForReplay(
      tx,
      chosen.map((run) => run.runId),
    );
    recordPlatformAudit(tx, { action: "edit_platform", after: { retriedRuns: chosen.map((run) => run.runId) } });
    return chosen;
  });
}
