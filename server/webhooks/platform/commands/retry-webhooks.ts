import { companyContext } from "@/server/core/context";
import { type PlatformContext, recordPlatformAudit, transactAsPlatform } from "@/server/core/platform";
import { canReplayWebhook, isReplayed } from "../../commands/replay-webhook";
import { type FailedDelivery, listFailedDeliveries } from "../repository";

export interface RetriedWebhooks {
  retried: FailedDelivery[];
  /** Nothing was kept that could be tried again, or nobody's job ever was to work on it: it belongs to no company. */
  lost: FailedDelivery[];
}

/** Works through the deliveries of the last hours once more that failed for good, each as its company's own. */
export async function retryWebhooks(
  ctx: PlatformContext,
  { hours, isDryRun }: { hours: number; isDryRun: boolean },
): Promise<RetriedWebhooks> {
  const failed = await transactAsPlatform(ctx, (tx) => listFailedDeliveries(tx, hours));
  const retried: FailedDelivery[] = [];
  const lost: FailedDelivery[] = [];
  for (const ofOne of byCompany(failed)) {
    const made: FailedDelivery[] = [];
    for (const one of ofOne) ((await isMadeAgain(ctx, { one, isDryRun })) ? made : lost).push(one);
    // Company by company: should it break off, what was done until then is written down.
    if (!isDryRun && made.length > 0) await record(ctx, made);
    retried.push(...made);
  }
  return { retried, lost };
}

function byCompany(failed: FailedDelivery[]): FailedDelivery[][] {
  const groups = new Map<string | null, FailedDelivery[]>();
  for (const one of failed) {
    const group = groups.get(one.companyId);
    if (group) group.push(one);
    else groups.set(one.companyId, [one]);
  }
  return [...groups.values()];
}

async function record(ctx: PlatformContext, made: FailedDelivery[]): Promise<void> {
  const companyIds = [...new Set(made.flatMap(({ companyId }) => companyId ?? []))];
  const after = { deliveries: made.map(({ id }) => id) };
  await transactAsPlatform(ctx, async (tx) => {
    recordPlatformAudit(tx, { action: "retry_webhooks", after, companyIds });
  });
}

async function isMadeAgain(
  { actor, now, requestId }: PlatformContext,
  { one: { id: webhookLogId, companyId }, isDryRun }: { one: FailedDelivery; isDryRun: boolean },
): Promise<boolean> {
  if (!companyId) return false;
  const ctx = companyContext({ companyId, actor, now, requestId });
  return isDryRun ? canReplayWebhook(ctx, { webhookLogId }) : isReplayed(ctx, { webhookLogId });
}
