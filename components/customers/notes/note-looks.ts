import { HeartPulse, MessageSquareWarning, StickyNote, ThumbsUp } from "lucide-react";
import type { NoteType } from "@/server/customers/notes/schema";
import type { StatusLook } from "../../shared/status-badge";

export const noteLooks: Record<NoteType, StatusLook> = {
  general: { tone: "slate", icon: StickyNote },
  complaint: { tone: "orange", icon: MessageSquareWarning },
  feedback: { tone: "green", icon: ThumbsUp },
  medical: { tone: "violet", icon: HeartPulse },
};
