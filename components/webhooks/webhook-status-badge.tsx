import { CheckCheck, CircleAlert, Clock, Copy, type LucideIcon, ShieldX } from "lucide-react";
import type { WebhookStatus } from "@/server/webhooks/schema";
import { StatusBadge } from "../shared/status-badge";
import { useText } from "../shared/use-text";
import type { Tone } from "../ui/tone";

const LOOKS: Record<WebhookStatus, { tone: Tone; icon: LucideIcon }> = {
  received: { tone: "amber", icon: Clock },
  processed: { tone: "green", icon: CheckCheck },
  duplicate: { tone: "grey", icon: Copy },
  rejected: { tone: "slate", icon: ShieldX },
  failed: { tone: "red", icon: CircleAlert },
};

/** How far a delivery has come. */
export function WebhookStatusBadge({ status }: { status: WebhookStatus }) {
  const text = useText("webhooks");
  return <StatusBadge {...LOOKS[status]} label={text(`statuses.${status}`)} />;
}
