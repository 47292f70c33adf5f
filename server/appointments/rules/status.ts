import type { Refusal } from "@/server/core/errors";
import type { Permission } from "@/server/identity/rules/permissions";
import type { AppointmentDetails, AppointmentStatus } from "../schema";

/** Where an appointment may go from each status; taking the last step back is a matter of its own (`undo.ts`). */
const NEXT: Record<AppointmentStatus, readonly AppointmentStatus[]> = {
  pending: ["confirmed", "cancelled", "no_show"],
  confirmed: ["in_progress", "cancelled", "no_show"],
  in_progress: ["completed"],
  completed: [],
  cancelled: [],
  no_show: [],
};

const ACTIVE: readonly AppointmentStatus[] = ["pending", "confirmed"];

/** Refuses a step that the status machine does not know. */
export function checkTransition(from: AppointmentStatus, to: AppointmentStatus): Refusal | null {
  if (NEXT[from].includes(to)) return null;
  return { code: "INVALID_TRANSITION", reason: `is_${from}`, details: { from, to } };
}

export function isMovable(status: AppointmentStatus): boolean {
  return ACTIVE.includes(status);
}

/** Who may lead an appointment into a status, and take that step back. */
export const STEP_PERMISSION: Record<Exclude<AppointmentStatus, "pending">, Permission> = {
  confirmed: "confirm_appointments",
  in_progress: "start_appointments",
  completed: "complete_appointments",
  cancelled: "cancel_appointments",
  no_show: "mark_no_show_appointments",
};

const ACTION_OF: Partial<Record<AppointmentStatus, AppointmentDetails["actions"][number]>> = {
  confirmed: "confirm",
  in_progress: "start",
  completed: "complete",
  cancelled: "cancel",
  no_show: "no_show",
};

/** The actions that a page offers; a no-show can't be known before the appointment starts. */
export function actionsOf(appointment: { status: AppointmentStatus; startsAt: Date }, now: Date) {
  const steps = NEXT[appointment.status].flatMap((status) => ACTION_OF[status] ?? []);
  const started = appointment.startsAt <= now;
  const possible = steps.filter((action) => started || (action !== "no_show" && action !== "complete"));
  return isMovable(appointment.status) ? [...possible, "reschedule" as const] : possible;
}
