import type { TransactionContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { notificationChanged } from "../events";
import { findMessageIdAtProvider, lockMessage, writeMessage } from "../repository/messages";
import { isForward, isWaiting } from "../rules/delivery";
import type { NotificationStatus } from "../schema";

export interface DeliveryReport {
  providerMessageId: string;
  status: Extract<NotificationStatus, "delivered" | "failed">;
  reason: string | null;
}

// Not audited: a message is not a change of the company's data; its own row tells who got what, when.
/** Writes back what became of a message; reports come in any order, so a state only moves forward; of what waits for another try nothing can be told. */
export async function receiveDeliveryReport(
  tx: TransactionContext,
  { providerMessageId, status, reason }: DeliveryReport,
): Promise<void> {
  const id = await findMessageIdAtProvider(tx, providerMessageId);
  const row = id && (await lockMessage(tx, id));
  if (!row || isWaiting(row.status) || !isForward(row.status, status)) return;
  const at = status === "delivered" ? { deliveredAt: tx.now } : { failedAt: tx.now, isFinal: true, error: reason };
  await writeMessage(tx, row.id, { status, ...at });
  await publish(tx, notificationChanged, { notificationId: row.id, appointmentId: row.appointmentId, status });
}
