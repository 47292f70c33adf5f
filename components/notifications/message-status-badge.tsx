import { Ban, CheckCheck, CircleAlert, CircleSlash, Clock, type LucideIcon, Send, SendHorizontal } from "lucide-react";
import type { NotificationStatus } from "@/server/notifications/schema";
import { StatusBadge } from "../shared/status-badge";
import { useText } from "../shared/use-text";
import type { Tone } from "../ui/tone";

export const messageLooks: Record<NotificationStatus, { tone: Tone; icon: LucideIcon }> = {
  pending: { tone: "amber", icon: Clock },
  scheduled: { tone: "amber", icon: Clock },
  sending: { tone: "blue", icon: SendHorizontal },
  sent: { tone: "sky", icon: Send },
  delivered: { tone: "green", icon: CheckCheck },
  failed: { tone: "red", icon: CircleAlert },
  cancelled: { tone: "slate", icon: CircleSlash },
  suppressed: { tone: "grey", icon: Ban },
};

/** How far a message has come. */
export function MessageStatusBadge({ status }: { status: NotificationStatus }) {
  const text = useText("appointments");
  return <StatusBadge {...messageLooks[status]} label={text(`messages.statuses.${status}`)} />;
}
