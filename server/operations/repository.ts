import { appClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";

export async function listAppliedMigrations(): Promise<string[]> {
  const rows = await appClient().$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  return rows.map((row) => row.name);
}

export async function measureQueueWait(): Promise<number | null> {
  const rows = await appClient().$queryRaw<{ seconds: number }[]>`
    SELECT oldest_wait_seconds AS seconds FROM queue_wait()`;
  return rows[0]?.seconds ?? null;
}

/** One row in a table that only the bench creates. */
export async function insertBenchRow(body: string): Promise<void> {
  await appClient().$executeRaw`INSERT INTO bench_rows (id, body) VALUES (${newId()}::uuid, ${body}::jsonb)`;
}
