import { recordAudit } from "@/server/core/activity";
import { type CompanyContext, isOfBusiness, type TransactionContext } from "@/server/core/context";
import { withoutValues } from "@/server/core/database-error";
import { findDelivery } from "@/server/core/deliveries";
import { AppError, notFound } from "@/server/core/errors";
import { log } from "@/server/core/log";
import { transact } from "@/server/core/transact";
import { isSubjectVisible } from "../queries/is-subject-visible";
import { readDelivery } from "../queries/read-delivery";
import { findWebhookRow, queueEvent, reopen } from "../repository/deliveries";
import { canReplay } from "../rules/replay";
import type { GetWebhookInput } from "../schema";

/**
 * Works through a logged delivery once more, as if it had just come in. Whoever works on it finds what it has already
 * brought about and changes nothing twice.
 */
export async function replayWebhook(ctx: CompanyContext, { webhookLogId: id }: GetWebhookInput) {
  return transact(ctx, async (tx) => {
    const { row, event } = await requireReplayable(tx, id);
    if (!(await reopen(tx, row))) throw new AppError({ code: "VERSION_CONFLICT", reason: "changed_meanwhile" });
    await queueEvent(tx, id, event);
    const after = { source: row.source, event: row.eventType };
    if (isOfBusiness(tx)) recordAudit(tx, { action: "retry_webhooks", subjectType: "webhook", subjectId: id, after });
    return { webhookLogId: id };
  });
}

async function requireReplayable(tx: TransactionContext, id: string) {
  const row = await findWebhookRow(tx, id);
  const delivery = row && (await findDelivery(tx, id));
  if (!row || !delivery) throw notFound("webhook");
  const refusal = new AppError({ code: "INVALID_TRANSITION", reason: "webhook_not_replayable" });
  if (!canReplay(row, tx.now)) throw refusal;
  const { event, subject } = await readDelivery(tx, { source: row.source, payload: delivery.payload });
  // Nobody works on it without its job: it must not pass for done.
  if (!event) throw refusal;
  if (!(await isSubjectVisible(tx, subject))) throw notFound("webhook");
  return { row, event };
}

/** The same for one of many: one that can't be worked through again, or fails once more, holds up none of the others. */
export const isReplayed = (ctx: CompanyContext, input: GetWebhookInput): Promise<boolean> =>
  isDone(ctx, input, () => replayWebhook(ctx, input));

/** Whether it would be. */
export const canReplayWebhook = (ctx: CompanyContext, input: GetWebhookInput): Promise<boolean> =>
  isDone(ctx, input, () => transact(ctx, (tx) => requireReplayable(tx, input.webhookLogId)));

async function isDone(ctx: CompanyContext, input: GetWebhookInput, work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return false;
    const { companyId, requestId } = ctx;
    log("webhook").error({ companyId, requestId, ...input, err: withoutValues(error) }, "a delivery failed once more");
    return false;
  }
}
