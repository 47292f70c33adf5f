import { appClient } from "@/server/core/db";

export async function listAppliedMigrations(): Promise<string[]> {
  const rows = await appClient().$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  return rows.map((row) => row.name);
}

/** Whether a provider that the platform brings for everybody refused us when it was asked last. */
export async function isIntegrationFailing(): Promise<boolean> {
  const [row] = await appClient().$queryRaw<{ isFailing: boolean }[]>`
    SELECT platform_integration_failing() AS "isFailing"`;
  return row?.isFailing ?? false;
}

export interface QueueWait {
  pendingJobs: number;
  oldestWaitSeconds: number;
}

export async function measureQueueWait(): Promise<QueueWait> {
  const [row] = await appClient().$queryRaw<QueueWait[]>`
    SELECT pending_jobs::int AS "pendingJobs", oldest_wait_seconds AS "oldestWaitSeconds" FROM queue_wait()`;
  if (!row) throw new Error("a measure without an answer");
  return row;
}
