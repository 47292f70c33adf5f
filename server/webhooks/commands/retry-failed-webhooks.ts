import { recordAudit } from "@/server/core/activity";
import { type CompanyContext, isOfBusiness } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { type FailedWebhook, listFailed } from "../repository/deliveries";
import { ASKED_FOR_MS, RETRIED_FOR_MS } from "../rules/replay";
import type { RetriedWebhooks } from "../schema";
import { isReplayed } from "./replay-webhook";

const AT_A_TIME = 200;

/** Works through every delivery of the last day, or the week for whoever asks, once more that failed; says how many. */
export async function retryFailedWebhooks(ctx: CompanyContext): Promise<RetriedWebhooks> {
  const since = new Date(ctx.now.getTime() - (isOfBusiness(ctx) ? ASKED_FOR_MS : RETRIED_FOR_MS));
  const queued = await queueFailed(ctx, since);
  if (isOfBusiness(ctx))
    await transact(ctx, async (tx) =>
      recordAudit(tx, { action: "retry_webhooks", subjectType: "webhook", after: { queued } }),
    );
  return { queued };
}

/** So many that can be worked through once more: those that can't don't stand in the way of the ones behind them. */
async function queueFailed(ctx: CompanyContext, since: Date): Promise<number> {
  let queued = 0;
  let after: FailedWebhook | null = null;
  while (queued < AT_A_TIME) {
    const query = { since, after, limit: AT_A_TIME };
    const page: FailedWebhook[] = await transact(ctx, (tx) => listFailed(tx, query));
    for (const { id } of page) if (queued < AT_A_TIME && (await isReplayed(ctx, { webhookLogId: id }))) queued++;
    after = page.at(-1) ?? null;
    if (page.length < AT_A_TIME) break;
  }
  return queued;
}
