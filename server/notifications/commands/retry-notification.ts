import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { notificationQueued } from "../events";
import { isMessageVisible } from "../repository/list";
import { lockMessage, writeMessage } from "../repository/messages";
import type { RetryNotificationInput } from "../schema";

/** Sends a failed message once more, because a person asked for it. */
export async function retryNotification(
  ctx: CompanyContext,
  { notificationId }: RetryNotificationInput,
): Promise<void> {
  await transact(ctx, async (tx) => {
    const row = await lockMessage(tx, notificationId);
    if (!row || !(await isMessageVisible(tx, row.id))) throw notFound("notification");
    if (row.status !== "failed") throw new AppError({ code: "INVALID_TRANSITION", reason: "message_not_failed" });
    await writeMessage(tx, row.id, {
      status: "pending",
      retryCount: 0,
      isFinal: false,
      error: null,
      leaseUntil: null,
      failedAt: null,
      // A late report of the try before is none of this one's.
      providerMessageId: null,
    });
    recordAudit(tx, {
      action: "retry_notifications",
      subjectType: "notification",
      subjectId: row.id,
      after: { status: "pending" },
    });
    await publish(tx, notificationQueued, { notificationId: row.id, scheduledFor: row.scheduledFor });
  });
}
