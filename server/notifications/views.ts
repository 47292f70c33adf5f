import { formatPhone } from "@/server/speech/rules/format-phone";
import type { NotificationListRow } from "./repository/list";
import type { NotificationView } from "./schema";

/** A number as people write it; an address as it is. */
export function toRecipientText({ channel, recipient }: Pick<NotificationListRow, "channel" | "recipient">): string {
  return channel === "sms" || channel === "whatsapp" ? formatPhone(recipient) : recipient;
}

export function toNotificationView({ eventType, customer, ...row }: NotificationListRow): NotificationView {
  const customerName = customer && [customer.firstName, customer.lastName].filter(Boolean).join(" ");
  return {
    ...row,
    recipientText: toRecipientText(row),
    event: eventType,
    customerName,
    canRetry: row.status === "failed",
  };
}
