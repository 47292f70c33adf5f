import { companyContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { notificationChanged } from "../events";
import { routeMessage } from "../repository/list";
import { lockMessage, writeMessage } from "../repository/messages";
import { isForward } from "../rules/delivery";
import type { NotificationStatus } from "../schema";

export interface DeliveryReport {
  providerMessageId: string;
  status: Extract<NotificationStatus, "delivered" | "failed">;
  reason: string | null;
}

// Not audited: a message is not a change of the company's data; its own row tells who got what, when.
/** Writes back what became of a message; reports come in any order, so a state only moves forward. False for a stranger's. */
export async function receiveDeliveryReport({ providerMessageId, status, reason }: DeliveryReport): Promise<boolean> {
  const route = await routeMessage(providerMessageId);
  if (!route) return false;
  const { companyId, notificationId } = route;
  const ctx = companyContext({ companyId, actor: { kind: "system", name: "delivery-report" } });
  await transact(ctx, async (tx) => {
    const row = await lockMessage(tx, notificationId);
    if (!row || !isForward(row.status, status)) return;
    const at = status === "delivered" ? { deliveredAt: tx.now } : { failedAt: tx.now, isFinal: true, error: reason };
    await writeMessage(tx, notificationId, { status, ...at });
    await publish(tx, notificationChanged, { notificationId, appointmentId: row.appointmentId, status });
  });
  return true;
}
