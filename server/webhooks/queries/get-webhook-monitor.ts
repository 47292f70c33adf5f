import type { CompanyContext } from "@/server/core/context";
import { DAY } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import { measureSources, type SourceFigures } from "../repository/figures";
import type { WebhookMonitor } from "../schema";

/** How the last day's deliveries to this company went. */
export async function getWebhookMonitor(ctx: CompanyContext): Promise<WebhookMonitor> {
  const { companyId } = ctx;
  return transact(ctx, async ({ tx, now }) => {
    const since = new Date(now.getTime() - DAY);
    return toMonitor(await measureSources({ tx, companyId }, since), { since, now });
  });
}

export function toMonitor(figures: SourceFigures[], { since, now }: { since: Date; now: Date }): WebhookMonitor {
  const sources = figures.map(({ oldestWaitingAt, ...counts }) => {
    const ended = counts.processed + counts.failed;
    return {
      ...counts,
      oldestWaitingSeconds: oldestWaitingAt && Math.round((now.getTime() - oldestWaitingAt.getTime()) / 1000),
      failureRate: ended > 0 ? Math.round((counts.failed / ended) * 1000) / 1000 : null,
    };
  });
  return { since, sources };
}
