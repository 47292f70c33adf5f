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

/** Only what is nobody's yet. */
export async function giveDelivery(
  { tx }: PlatformTransaction,
  { deliveryId: id, companyId }: { deliveryId: string; companyId: string },
): Promise<void> {
  await tx.webhookLog.updateMany({ where: { id, companyId: null }, data: { companyId } });
}

export async function endDelivery({ tx, now }: PlatformTransaction, id: string): Promise<void> {
  const where = { id, companyId: null, status: "received" } as const;
  await tx.webhookLog.updateMany({ where, data: { status: "processed", processedAt: now } });
}
