import { type PlatformContext, recordPlatformAudit, transactAsPlatform } from "@/server/core/platform";
import { type FailedDelivery, listFailedDeliveries, queueAgain } from "../repository";

export interface RetriedWebhooks {
  retried: FailedDelivery[];
  /** Nothing was kept that could be tried again. */
  lost: FailedDelivery[];
}

/** Works through the deliveries of the last hours once more that failed for good, as if they had just come in. */
export async function retryWebhooks(
  ctx: PlatformContext,
  { hours, isDryRun }: { hours: number; isDryRun: boolean },
): Promise<RetriedWebhooks> {
  return transactAsPlatform(ctx, async (tx) => {
    const failed = await listFailedDeliveries(tx, hours);
    const [retried, lost] = [failed.filter((one) => one.outboxName), failed.filter((one) => !one.outboxName)];
    if (isDryRun || retried.length === 0) return { retried, lost };
    for (const { id } of retried) await queueAgain(tx, id);
    const companyIds = [...new Set(retried.flatMap(({ companyId }) => companyId ?? []))];
    recordPlatformAudit(tx, {
      action: "retry_webhooks",
      after: { deliveries: retried.map(({ id }) => id) },
      companyIds,
    });
    return { retried, lost };
  });
}
