import { newId } from "@/server/core/ids";
import type { PlatformTransaction } from "@/server/core/platform";
import type { FailedRun, QueueStatus } from "../schema";

const REPLAY = "askproai/run.replay-requested";

export async function countQueue({ tx }: PlatformTransaction): Promise<QueueStatus> {
  const [row] = await tx.$queryRaw<QueueStatus[]>`
    SELECT (SELECT count(*) FROM outbox_events WHERE published_at IS NULL)::int AS "unpublishedEvents",
      (SELECT count(*) FROM inngest.job WHERE due_at <= now() AND (leased_until IS NULL OR leased_until < now()))::int AS "dueJobs",
      (SELECT count(*) FROM inngest.job WHERE due_at > now())::int AS "plannedJobs",
      (SELECT count(*) FROM inngest.job WHERE leased_until >= now())::int AS "runningJobs",
      (SELECT count(*) FROM inngest.run r
        WHERE status = 'failed' AND NOT EXISTS (SELECT FROM inngest.run n WHERE n.replay_of = r.id))::int AS "failedRuns",
      (SELECT count(*) FROM notification_queue WHERE status = 'failed')::int AS "failedMessages",
      (SELECT oldest_wait_seconds FROM queue_wait()) AS "oldestWaitSeconds"`;
  if (!row) throw new Error("an aggregate always has one row");
  return row;
}

/** Jobs that were tried for the last time, the newest first, but those that were tried again by hand since. */
export async function listFailedRuns({ tx }: PlatformTransaction, { limit }: { limit: number }): Promise<FailedRun[]> {
  return tx.$queryRaw<FailedRun[]>`
    SELECT r.id AS "runId", function_id AS "functionId", events -> 0 ->> 'name' AS event, events -> 0 -> 'data' ->> 'companyId' AS "companyId",
      c.name AS "companyName", ended_at AS "endedAt", coalesce(output ->> 'message', output ->> 'name') AS error,
      EXISTS (SELECT FROM outbox_events o WHERE o.name = ${REPLAY} AND o.published_at IS NULL AND o.payload ->> 'runId' = r.id) AS "isAskedFor"
    FROM inngest.run r LEFT JOIN companies c ON c.id::text = events -> 0 -> 'data' ->> 'companyId'
    WHERE r.status = 'failed' AND NOT EXISTS (SELECT FROM inngest.run n WHERE n.replay_of = r.id)
    ORDER BY ended_at DESC, r.id DESC LIMIT ${limit}`;
}

/** The runner takes the wish from the outbox as it takes every fact, and starts the job with the same events again. */
export async function askForReplay({ tx }: PlatformTransaction, runIds: string[]): Promise<void> {
  for (const runId of runIds)
    await tx.$executeRaw`
      INSERT INTO outbox_events (id, name, payload) VALUES (${newId()}::uuid, ${REPLAY}, ${JSON.stringify({ runId })}::jsonb)`;
}
