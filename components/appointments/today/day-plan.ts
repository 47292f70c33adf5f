import { actionsOf } from "@/server/appointments/rules/status";
import type { AppointmentView } from "@/server/appointments/schema";
import { MINUTE } from "@/server/core/time-zone";
import { STEPS, type Step } from "../steps";

/** A customer may be this early, or this late, and still be the next one. */
const AROUND = 15 * MINUTE;
/** From then on one tap starts it. */
const SOON = 45 * MINUTE;

export interface DayPlan {
  /** Everything that takes place, by start. */
  shown: AppointmentView[];
  cancelledCount: number;
  doneCount: number;
  /** Who comes next, or should be here by now. */
  next: AppointmentView | null;
}

export function planDay(appointments: readonly AppointmentView[], now: number): DayPlan {
  const shown = appointments.filter(({ status }) => status !== "cancelled");
  const isWaiting = ({ status, startsAt }: AppointmentView) =>
    (status === "pending" || status === "confirmed") && startsAt.getTime() > now - AROUND;
  return {
    shown,
    cancelledCount: appointments.length - shown.length,
    doneCount: shown.filter(({ status }) => status === "completed").length,
    next: shown.find(isWaiting) ?? null,
  };
}

/** What one taps: it begins, it is done, or nobody is there. */
export function likelySteps(appointment: AppointmentView, now: number): Step[] {
  const possible = actionsOf(appointment, new Date(now));
  return STEPS.filter((step) => possible.includes(step));
}

/** Whether its buttons are offered at once; everything later is one tap further away. */
export function isAtHand({ status, startsAt }: AppointmentView, now: number): boolean {
  if (status === "in_progress") return true;
  return (status === "pending" || status === "confirmed") && startsAt.getTime() <= now + SOON;
}
