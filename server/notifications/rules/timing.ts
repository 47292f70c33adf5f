import type { AppointmentStatus } from "@/server/appointments/schema";
import { DAY, HOUR, MINUTE } from "@/server/core/time";
import type { NotificationEvent } from "../schema";
import type { AbsenceFacts } from "./message-facts";

export const REMINDER_LEAD_MS = 24 * HOUR;
/** Nobody is reminded twice within this time because somebody clicked. */
export const REMIND_AGAIN_MS = 4 * HOUR;
/** A code that comes later is of no use to the caller. */
export const CODE_VALID_MINUTES = 10;
/** Whoever wakes up a little early may go on: the executor's timers are exact to a second. */
export const EARLY_BY_MS = 1000;
/** A try that has not reported back by then is over: longer than all its requests may take. */
export const LEASE_MS = 20_000;
/** Rows due so soon are handed to a job that waits for the second. */
export const HANDOVER_MS = 90_000;

interface Appointment {
  id: string;
  startsAt: Date;
  status: AppointmentStatus;
}

/** One reminder for one appointment and time, whatever happens. */
export function reminderKey({ id, startsAt }: Pick<Appointment, "id" | "startsAt">): string {
  return `reminder_24h:${id}:${startsAt.toISOString()}`;
}

/** When the reminder goes out, or null: only confirmed appointments have one, and none that was made later than that. */
export function reminderTime({ startsAt, status }: Omit<Appointment, "id">, decidedAt: Date): Date | null {
  const at = new Date(startsAt.getTime() - REMINDER_LEAD_MS);
  return status === "confirmed" && at > decidedAt ? at : null;
}

/** Until when a message is worth sending; afterwards it would only confuse. */
export function expiresAt(
  event: NotificationEvent,
  { createdAt, startsAt }: { createdAt: Date; startsAt: Date | null },
): Date {
  if (event === "verification_code") return new Date(createdAt.getTime() + CODE_VALID_MINUTES * MINUTE);
  if (event === "reminder_24h" && startsAt) return new Date(startsAt.getTime() - HOUR);
  if (event !== "appointment_cancelled" && startsAt) return startsAt;
  return new Date(createdAt.getTime() + 2 * DAY);
}

/** Why a message about an appointment no longer holds, or null. */
export function checkStillTrue(
  event: NotificationEvent,
  { appointment, dedupeKey }: { appointment: Appointment; dedupeKey: string },
): string | null {
  const isOver = !["pending", "confirmed"].includes(appointment.status);
  if (event === "appointment_cancelled") return appointment.status === "cancelled" ? null : "restored";
  if (isOver) return `is_${appointment.status}`;
  if (event !== "reminder_24h") return null;
  if (appointment.status !== "confirmed") return "is_pending";
  return dedupeKey.startsWith(reminderKey(appointment)) ? null : "moved";
}

/** Why a message about an absence no longer holds, or null: it was withdrawn, or is decided already. */
export function checkAbsence(
  event: NotificationEvent,
  { absence, isAsked }: { absence: Pick<AbsenceFacts, "state"> | null; isAsked: boolean },
): string | null {
  if (!isAsked) return null;
  if (!absence) return "withdrawn";
  return event === "absence_requested" && absence.state !== "requested" ? `is_${absence.state}` : null;
}
