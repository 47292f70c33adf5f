import type { CompanyContext } from "@/server/core/context";
import { findDelivery } from "@/server/core/deliveries";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { findHandler, findWebhookRow } from "../repository/deliveries";
import type { GetWebhookInput, WebhookDetails } from "../schema";
import { toWebhookDetails } from "../views";
import { isSubjectVisible } from "./is-subject-visible";
import { readDelivery } from "./read-delivery";

/** Who may see the customers that a delivery speaks of. */
const SEES_PEOPLE = "view_customers";

/**
 * One delivery: what was in it, and what came of it. Secrets are never shown, personal data to whom sees customers, and
 * another branch's to nobody who does not work with it.
 */
export async function getWebhook(ctx: CompanyContext, { webhookLogId }: GetWebhookInput): Promise<WebhookDetails> {
  return transact(ctx, async (tx) => {
    const row = await findWebhookRow(tx, webhookLogId);
    const delivery = row && (await findDelivery(tx, webhookLogId));
    if (!row || !delivery) throw notFound("webhook");
    const { payload } = delivery;
    const { subject } = row.hasPayload ? await readDelivery(tx, { source: row.source, payload }) : { subject: null };
    // What is kept no longer leads nowhere: whom it was about can't be told any more.
    const isWithheld = !(await isSubjectVisible(tx, subject));
    const handler = await findHandler(tx, row);
    const isMasked = !ctx.permissions?.has(SEES_PEOPLE);
    return toWebhookDetails({ row, handler, payload, subject, isMasked, isWithheld }, tx.now);
  });
}
