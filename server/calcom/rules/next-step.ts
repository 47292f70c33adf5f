import type { AppointmentStatus } from "@/server/appointments/schema";
import { MINUTE } from "@/server/core/time";
import type { BookingCopy } from "../schema";

/** One way to book a service over there: by one person, or by whoever is chosen there (no person). */
export interface EventTypeMapping {
  calcomEventTypeId: number;
  staffId: string | null;
  lengthMinutes: number;
  isActive: boolean;
}

export interface StepFacts {
  appointment: { status: AppointmentStatus; startsAt: Date; endsAt: Date; staffId: string };
  /** Of the appointment's service. */
  mappings: readonly EventTypeMapping[];
  copy: BookingCopy | null;
  now: Date;
}

export type CancelCause = "cancelled" | "no_show" | "other_staff" | "other_length";

export type NextStep =
  | { action: "nothing" }
  /** Nothing can be done about it until a person does something. */
  | { action: "refuse"; reason: "not_mapped" | "already_begun" }
  | { action: "create"; eventTypeId: number; startsAt: Date; lengthMinutes?: number }
  | { action: "reschedule"; uid: string; startsAt: Date }
  | { action: "cancel"; uid: string; cause: CancelCause };

/** What brings the copy nearer to the appointment as it is now, whatever happened before; one step at a time. */
export function nextStep({ appointment, mappings, copy, now }: StepFacts): NextStep {
  const { status, startsAt } = appointment;
  const live = copy && isLive(copy) ? copy : null;
  if (status === "cancelled" || status === "no_show") {
    const isOpenThere = live && live.endsAt > now && live.status !== ABSENT;
    return isOpenThere ? { action: "cancel", uid: live.uid, cause: status } : { action: "nothing" };
  }
  const mapping = chooseMapping(mappings, { staffId: appointment.staffId, currentId: live?.eventTypeId ?? null });
  const isSameType = mapping !== null && live?.eventTypeId === mapping.calcomEventTypeId;
  if (live && isSameType && live.startsAt.getTime() === startsAt.getTime()) return { action: "nothing" };
  if (status !== "pending" && status !== "confirmed") return { action: "nothing" };
  if (live && !isSameType) return { action: "cancel", uid: live.uid, cause: "other_staff" };
  if (!mapping) return { action: "refuse", reason: "not_mapped" };
  if (startsAt <= now) return { action: "refuse", reason: "already_begun" };
  const lengthMinutes = (appointment.endsAt.getTime() - startsAt.getTime()) / MINUTE;
  const hasOwnLength = lengthMinutes !== mapping.lengthMinutes;
  if (!live) {
    const { calcomEventTypeId: eventTypeId } = mapping;
    return { action: "create", eventTypeId, startsAt, ...(hasOwnLength ? { lengthMinutes } : {}) };
  }
  // A move over there goes back to the type's own length.
  if (hasOwnLength) return { action: "cancel", uid: live.uid, cause: "other_length" };
  return { action: "reschedule", uid: live.uid, startsAt };
}

/** Of a copy whose customer was marked as not having come over there: nobody has to be told of it there. */
export const ABSENT = "absent";

/** Confirmed, waiting for confirmation, or whatever they may add: everything that isn't over. */
export function isLive({ status }: { status: string }): boolean {
  return status !== "cancelled" && status !== "rejected";
}

interface Wanted {
  staffId: string;
  currentId: number | null;
}

/** The one that the copy has as long as it fits the person, even if it was switched off; then their own, then anybody's. */
function chooseMapping(mappings: readonly EventTypeMapping[], { staffId, currentId }: Wanted): EventTypeMapping | null {
  const fitting = mappings.filter((one) => one.staffId === staffId || one.staffId === null);
  const active = fitting.filter((one) => one.isActive);
  return (
    fitting.find((one) => one.calcomEventTypeId === currentId && (one.isActive || active.length === 0)) ??
    active.find((one) => one.staffId === staffId) ??
    active[0] ??
    null
  );
}
