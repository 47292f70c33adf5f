import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { findMessageRow } from "../repository/list";
import type { GetNotificationInput, NotificationView } from "../schema";
import { toNotificationView } from "../views";

/** One message with its words and how it went. */
export async function getNotification(
  ctx: CompanyContext,
  { notificationId }: GetNotificationInput,
): Promise<NotificationView> {
  const row = await transact(ctx, (tx) => findMessageRow(tx, notificationId));
  if (!row) throw notFound("notification");
  return toNotificationView(row);
}
