import { type PlatformContext, transactAsPlatform } from "@/server/core/platform";
import { DAY } from "@/server/core/time";
import { toMonitor } from "../../queries/get-webhook-monitor";
import { measureSources } from "../../repository/figures";
import type { WebhookMonitor } from "../../schema";

/** How the last day's deliveries went, to every company and to none. */
export async function getPlatformWebhookMonitor(ctx: PlatformContext): Promise<WebhookMonitor> {
  return transactAsPlatform(ctx, async ({ tx, now }) => {
    const since = new Date(now.getTime() - DAY);
    return toMonitor(await measureSources({ tx, companyId: null }, since), { since, now });
  });
}
