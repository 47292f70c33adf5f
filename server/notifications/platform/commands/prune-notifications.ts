import { type PlatformContext, recordPlatformAudit, transactAsPlatform } from "@/server/core/platform";
import { DAY } from "@/server/core/time";
import { countOldMessages, deleteOldMessages } from "../repository";

interface Pruning {
  days: number;
  isDryRun: boolean;
  onProgress?: (deleted: number) => void;
}

const BATCH = 1000;

/** Removes messages that were sent, or came to nothing, longer ago than that; those that are still to be sent stay. */
export async function pruneNotifications(
  ctx: PlatformContext,
  { days, isDryRun, onProgress }: Pruning,
): Promise<number> {
  const before = new Date(ctx.now.getTime() - days * DAY);
  if (isDryRun) return transactAsPlatform(ctx, (tx) => countOldMessages(tx, before));
  for (let deleted = 0; ; ) {
    const count = await transactAsPlatform(ctx, (tx) => deleteOldMessages(tx, { before, limit: BATCH }));
    deleted += count;
    onProgress?.(deleted);
    if (count === BATCH) continue;
    await transactAsPlatform(ctx, async (tx) =>
      recordPlatformAudit(tx, {
        action: "edit_platform",
        after: { prunedNotifications: deleted, olderThanDays: days },
      }),
    );
    return deleted;
  }
}
