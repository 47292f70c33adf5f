import type { PlatformTransaction } from "@/server/core/platform";

const OVER = ["sent", "delivered", "cancelled", "suppressed", "failed"] as const;

const over = (before: Date) => ({ status: { in: [...OVER] }, updatedAt: { lt: before } });

export function countOldMessages({ tx }: PlatformTransaction, before: Date): Promise<number> {
  return tx.notificationQueue.count({ where: over(before) });
}

/** At most so many at once: a delete of years would lock the table for those who send. */
export async function deleteOldMessages(
  { tx }: PlatformTransaction,
  { before, limit }: { before: Date; limit: number },
) {
  const rows = await tx.notificationQueue.findMany({ where: over(before), select: { id: true }, take: limit });
  return (await tx.notificationQueue.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } })).count;
}
