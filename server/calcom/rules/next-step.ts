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
  /** Null for what belongs to it no more. */
  appointment: { status: AppointmentStatus; startsAt: Date; endsAt: Date; staffId: string } | null;
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
  /** `over`: what stood there for it and has passed, unless something was done to it there meanwhile. */
  | { action: "create"; eventTypeId: number; startsAt: Date; lengthMinutes?: number; over?: string }
  | { action: "reschedule"; uid: string; startsAt: Date }
  | { action: "cancel"; uid: string; cause: CancelCause; wants?: WantedLength }
  /** Of a booking that was asked for over there. */
  | { action: "confirm"; uid: string }
  | { action: "decline"; uid: string }
  /** Whoever booked did not come, or did after all. */
  | { action: "mark_absent" | "mark_present"; uid: string };

/** What comes after it has to be possible: without a choice of lengths the booking stays as it is. */
export interface WantedLength {
  eventTypeId: number;
  lengthMinutes: number;
}

/** What brings the copy nearer to the appointment as it is now, whatever happened before; one step at a time. */
export function nextStep({ appointment, mappings, copy, now }: StepFacts): NextStep {
  const live = copy && isLive(copy) ? copy : null;
  if (!appointment) {
    return live && live.endsAt > now
      ? { action: "cancel", uid: live.uid, cause: "other_length" }
      : { action: "nothing" };
  }
  const { status, startsAt, endsAt } = appointment;
  if (status === "no_show" && live && live.startsAt <= now) {
    return live.status === ABSENT ? { action: "nothing" } : { action: "mark_absent", uid: live.uid };
  }
  if (status === "cancelled" || status === "no_show") {
    const isOpenThere = live && live.endsAt > now && live.status !== ABSENT;
    if (!isOpenThere) return { action: "nothing" };
    const isAsked = live.status === PENDING && status === "cancelled";
    return isAsked ? { action: "decline", uid: live.uid } : { action: "cancel", uid: live.uid, cause: status };
  }
  const mapping = chooseMapping(mappings, { staffId: appointment.staffId, currentId: live?.eventTypeId ?? null });
  const isSameType = mapping !== null && live?.eventTypeId === mapping.calcomEventTypeId;
  const isSameTime = live?.startsAt.getTime() === startsAt.getTime();
  const isAsLong = isSameTime && live?.endsAt.getTime() === endsAt.getTime();
  if (live && isSameType && isAsLong) {
    if (live.status === ABSENT) return { action: "mark_present", uid: live.uid };
    const isConfirmed = status === "confirmed" && live.status === PENDING;
    return isConfirmed ? { action: "confirm", uid: live.uid } : { action: "nothing" };
  }
  if (status !== "pending" && status !== "confirmed") return { action: "nothing" };
  // What is over there can't be called off any more: it was another visit.
  const isOverThere = live !== null && live.endsAt <= now;
  if (live && !isSameType && !isOverThere) return { action: "cancel", uid: live.uid, cause: "other_staff" };
  if (!mapping) return { action: "refuse", reason: "not_mapped" };
  if (startsAt <= now) return isSameTime ? { action: "nothing" } : { action: "refuse", reason: "already_begun" };
  const { calcomEventTypeId: eventTypeId } = mapping;
  const lengthMinutes = (endsAt.getTime() - startsAt.getTime()) / MINUTE;
  const hasOwnLength = lengthMinutes !== mapping.lengthMinutes;
  const isAnew = !live || (isOverThere && (!isSameType || hasOwnLength));
  if (isAnew) {
    const anew = { ...(hasOwnLength && { lengthMinutes }), ...(live && { over: live.uid }) };
    return { action: "create", eventTypeId, startsAt, ...anew };
  }
  // A move over there goes back to the type's own length, and nothing else can be made longer or shorter.
  if (hasOwnLength || isSameTime) {
    const wants = hasOwnLength ? { wants: { eventTypeId, lengthMinutes } } : {};
    return { action: "cancel", uid: live.uid, cause: "other_length", ...wants };
  }
  return { action: "reschedule", uid: live.uid, startsAt };
}

const PENDING = "pending";

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
