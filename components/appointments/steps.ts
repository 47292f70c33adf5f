import { CalendarCheck, Check, type LucideIcon, Play, UserX } from "lucide-react";

/** What is done with one click, in the order in which it happens. */
export const STEPS = ["confirm", "start", "complete", "no_show"] as const;
export type Step = (typeof STEPS)[number];

export const stepIcons: Record<Step, LucideIcon> = {
  confirm: CalendarCheck,
  start: Play,
  complete: Check,
  no_show: UserX,
};
