import {
  CalendarCheck,
  CalendarClock,
  CalendarX,
  CircleHelp,
  Info,
  PhoneForwarded,
  PhoneMissed,
  PhoneOutgoing,
  ShieldBan,
  Voicemail,
} from "lucide-react";
import type { CallOutcome, CallView } from "@/server/calls/schema";
import { LiveDot } from "../shared/live-dot";
import { StatusBadge, type StatusLook } from "../shared/status-badge";
import { useText } from "../shared/use-text";
import { Badge } from "../ui/badge";
import { isOngoing } from "./ongoing";

/** The one vocabulary of colours and icons for how a call ended, wherever it appears. */
export const outcomeLooks: Record<CallOutcome, StatusLook> = {
  booked: { tone: "green", icon: CalendarCheck },
  rescheduled: { tone: "blue", icon: CalendarClock },
  cancelled: { tone: "red", icon: CalendarX },
  info: { tone: "sky", icon: Info },
  callback: { tone: "amber", icon: PhoneOutgoing },
  voicemail: { tone: "slate", icon: Voicemail },
  abandoned: { tone: "grey", icon: PhoneMissed },
  transferred: { tone: "violet", icon: PhoneForwarded },
  spam: { tone: "slate", icon: ShieldBan },
  unknown: { tone: "grey", icon: CircleHelp },
};

/** While it runs a call has no outcome yet: it is live. */
export function CallOutcomeBadge({ call }: { call: Pick<CallView, "status" | "outcome"> }) {
  const text = useText("calls");
  if (isOngoing(call)) {
    return (
      <Badge tone="green">
        <LiveDot isPulsing />
        {text("live.badge")}
      </Badge>
    );
  }
  return <StatusBadge {...outcomeLooks[call.outcome]} label={text(`outcome.${call.outcome}`)} />;
}
