import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { findDelivery, finishDelivery } from "@/server/core/deliveries";
import { transact } from "@/server/core/transact";
import { allowSms } from "@/server/customers/commands/allow-sms";
import type { MessageSource } from "../events";
import { readLoggedNews } from "../queries/read-delivery";
import { receiveDeliveryReport } from "./receive-delivery-report";

export interface LoggedMessageNews {
  deliveryId: string;
  source: MessageSource;
  /** Nobody tries again: what could not be taken over is shown as failed. */
  isLastTry?: boolean;
}

// Not audited: a report changes no data of the company's; whoever answers is audited where it is kept.
/**
 * Takes over what a logged delivery tells of a message, or what was answered to one; a second time it does nothing. When
 * the last try fails as well, the delivery is shown as failed.
 */
export async function processMessageWebhook(ctx: CompanyContext, logged: LoggedMessageNews): Promise<void> {
  try {
    await transact(ctx, (tx) => takeOver(tx, logged));
  } catch (error) {
    const reason = error instanceof Error ? error.name : "unknown";
    if (logged.isLastTry)
      await transact(ctx, (tx) => finishDelivery(tx, logged.deliveryId, { status: "failed", error: reason }));
    throw error;
  }
}

async function takeOver(tx: TransactionContext, { deliveryId, source }: LoggedMessageNews): Promise<void> {
  const delivery = await findDelivery(tx, deliveryId);
  if (delivery?.status !== "received") return;
  const news = readLoggedNews({ source, payload: delivery.payload });
  if (news?.kind === "answer") await allowSms(tx, { ...news, saidAt: delivery.receivedAt });
  else if (news) await receiveDeliveryReport(tx, news);
  await finishDelivery(tx, deliveryId, { status: "processed" });
}
