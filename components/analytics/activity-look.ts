import {
  ArrowLeftRight,
  CalendarCheck,
  CalendarClock,
  CalendarPlus,
  CalendarX,
  CheckCheck,
  Clock,
  type LucideIcon,
  PhoneIncoming,
  Play,
  UserX,
} from "lucide-react";
import type { ActivityKind } from "@/server/analytics/schema";
import type { Tone } from "../ui/tone";

/** In the colours that the appointment's status has everywhere. */
export const activityLooks: Record<ActivityKind, { tone: Tone; icon: LucideIcon }> = {
  booked: { tone: "green", icon: CalendarPlus },
  requested: { tone: "amber", icon: Clock },
  confirmed: { tone: "green", icon: CalendarCheck },
  rescheduled: { tone: "blue", icon: CalendarClock },
  cancelled: { tone: "red", icon: CalendarX },
  started: { tone: "blue", icon: Play },
  completed: { tone: "sky", icon: CheckCheck },
  no_show: { tone: "grey", icon: UserX },
  reassigned: { tone: "grey", icon: ArrowLeftRight },
  call_ended: { tone: "grey", icon: PhoneIncoming },
};
