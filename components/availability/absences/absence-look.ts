import { Ban, CircleCheck, CircleX, Clock, GraduationCap, HeartPulse, Hourglass, Palmtree, Store } from "lucide-react";
import type { ExceptionState } from "@/server/availability/exceptions/schema";
import type { ExceptionKind } from "@/server/availability/schema";
import type { StatusLook } from "../../shared/status-badge";

/** Each kind by icon, colour and word. */
export const KIND_LOOKS: Record<ExceptionKind, StatusLook> = {
  closed: { tone: "slate", icon: Store },
  special_hours: { tone: "sky", icon: Clock },
  vacation: { tone: "green", icon: Palmtree },
  sick: { tone: "orange", icon: HeartPulse },
  training: { tone: "violet", icon: GraduationCap },
  blocked: { tone: "grey", icon: Ban },
};

export const STATE_LOOKS: Record<ExceptionState, StatusLook> = {
  requested: { tone: "amber", icon: Hourglass },
  approved: { tone: "green", icon: CircleCheck },
  refused: { tone: "red", icon: CircleX },
};
