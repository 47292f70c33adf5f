import type { NotificationView } from "@/server/notifications/schema";
import type { Text } from "../shared/use-text";

/** The words that an appointment's messages have too. */
export type MessageWords = (key: `events.${string}` | `channels.${string}`) => string;

/** What kind of message it is; one of a later version is a message all the same. */
export function messageName({ event }: Pick<NotificationView, "event">, words: MessageWords): string {
  return words(`events.${event}`);
}

/** Who it is for: the customer, the team, or an address. */
export function receiverName(
  { customerName, recipientText, channel }: Pick<NotificationView, "customerName" | "recipientText" | "channel">,
  text: Text,
): string {
  if (channel === "in_app") return text("toTeam");
  return customerName || recipientText;
}

/** Why it did not go out, where that is one of our own reasons and not a provider's words. */
export function reasonOf({ error }: Pick<NotificationView, "error">, text: Text): string | null {
  if (!error) return null;
  return text.has(`reasons.${error}`) ? text(`reasons.${error}`) : error;
}

/** When the latest happened to it, or is to happen. */
export const lastMoment = ({ deliveredAt, failedAt, sentAt, scheduledFor, status }: NotificationView): Date =>
  (status === "failed" ? failedAt : null) ?? deliveredAt ?? sentAt ?? scheduledFor;
