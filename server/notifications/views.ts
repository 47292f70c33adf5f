import type { NotificationListRow } from "./repository/list";
import type { NotificationView } from "./schema";

export function toNotificationView({ eventType, ...row }: NotificationListRow): NotificationView {
  return { ...row, event: eventType, canRetry: row.status === "failed" };
}
