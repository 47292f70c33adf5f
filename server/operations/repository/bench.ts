import type { TransactionContext } from "@/server/core/context";
import { appClient, platformClient } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";

/** One row in a table that only the bench creates. */
export async function insertBenchRow(body: string): Promise<void> {
  await appClient().$executeRaw`INSERT INTO bench_rows (id, body) VALUES (${newId()}::uuid, ${body}::jsonb)`;
}

/** A time of somebody, in a table that only the bench creates; an overlap is refused there. */
export async function insertBenchTime(time: { staffId: string; startsAt: string; endsAt: string }): Promise<void> {
  await appClient().$executeRaw`INSERT INTO bench_times (id, staff_id, blocked_from, blocked_until)
    VALUES (${newId()}::uuid, ${time.staffId}::uuid, ${time.startsAt}::timestamptz, ${time.endsAt}::timestamptz)`;
}

/** What a transaction of a company is, without what isolates it; a yardstick of the bench and nothing else. */
export function openUnisolated(): Pick<TransactionContext, "tx" | "pendingActivity" | "lastly" | "afterwards"> {
  const tx = platformClient() as unknown as Prisma.TransactionClient;
  return { tx, pendingActivity: [], lastly: [], afterwards: [] };
}
