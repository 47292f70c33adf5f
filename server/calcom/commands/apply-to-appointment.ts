import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { confirmAppointment } from "@/server/appointments/commands/change-status";
import { recordCalcomSync } from "@/server/appointments/commands/record-calcom-sync";
import { rescheduleAppointment } from "@/server/appointments/commands/reschedule-appointment";
import { getAppointment } from "@/server/appointments/queries/get-appointment";
import type { AppointmentDetails } from "@/server/appointments/schema";
import type { TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { attempt } from "@/server/core/savepoint";
import { type CalcomBooking, toCopy } from "../adapters/calcom-answers";
import { calcomSyncRequested } from "../events";
import { findStaffOfHost, type KnownBooking, rememberUids } from "../repository/bookings";
import { listMappings } from "../repository/connection";
import { writeEventMap } from "../repository/event-map";
import { type ConflictReason, conflictReasonOf } from "../rules/conflict";
import { judgeNews } from "../rules/judge-news";
import { ABSENT, isLive, nextStep } from "../rules/next-step";
import type { BookingCopy } from "../schema";
import { formerUidsOf, keepForPerson } from "./keep-for-person";

/** What came of a booking's news. */
export type Applied =
  | { state: "nothing" | "echo" | "known" | "older" | "kept_ours" | "created" | "followed" | "withdrawn" }
  | { state: "kept_for_person"; reason: ConflictReason }
  /** A write of ours is under way; afterwards it is clear whose change it was. */
  | { state: "waiting"; seconds: number };

export interface KnownAppointmentBooking extends KnownBooking {
  appointmentId: string;
}

interface News {
  known: KnownAppointmentBooking;
  booking: CalcomBooking;
  uids: string[];
}

const UNDER_WAY_SECONDS = 5;

// Not audited: the commands that it calls are.
/** Follows a change over there, drops the echo of our own, and leaves to a person what can't be followed. */
export async function applyToAppointment(tx: TransactionContext, news: News): Promise<Applied> {
  const { known, booking } = news;
  const appointment = await getAppointment(tx, { appointmentId: known.appointmentId });
  const changedHereAt = await findChangeHere(tx, { known, appointment });
  const { copy, formerUids, state } = known;
  const verdict = judgeNews({ booking, copy, formerUids, begun: state.begun, changedHereAt });
  if (verdict === "follow") return followBookingHere(tx, { ...news, appointment });
  if (verdict === "wait") {
    const isUnderWay = state.lease && state.lease.until > known.lockedAt;
    if (!isUnderWay) await publish(tx, calcomSyncRequested, { appointmentId: appointment.id });
    return { state: "waiting", seconds: UNDER_WAY_SECONDS };
  }
  if (verdict === "keep_ours") {
    await noteCopy(tx, { known, booking, version: state.version });
    await rememberUids(tx, { id: known.id, uids: formerUidsOf(known, { booking: toCopy(booking), uids: news.uids }) });
    await publish(tx, calcomSyncRequested, { appointmentId: appointment.id });
    return { state: "kept_ours" };
  }
  return { state: verdict };
}

/** When our side was changed since both were alike; a note that was written in between is no such change. */
async function findChangeHere(
  tx: TransactionContext,
  { known: { copy }, appointment }: { known: KnownBooking; appointment: AppointmentDetails },
): Promise<Date | null> {
  if (!copy) return null;
  const mappings = await listMappings(tx, appointment.service.id);
  const facts = { ...appointment, staffId: appointment.staff.id };
  const step = nextStep({ appointment: facts, mappings, copy, now: tx.now });
  if (step.action === "nothing") return null;
  return appointment.modifications[0]?.occurredAt ?? appointment.createdAt;
}

interface Following extends News {
  appointment: AppointmentDetails;
}

async function followBookingHere(tx: TransactionContext, following: Following): Promise<Applied> {
  const { known, booking, uids, appointment } = following;
  const tried = await attempt(tx, () => bringHere(tx, following));
  if ("refusal" in tried) {
    const { refusal } = tried;
    if (refusal.code === "VERSION_CONFLICT" || refusal.code === "RATE_LIMITED") throw refusal;
    const reason = conflictReasonOf(refusal);
    await keepForPerson(tx, { known, booking: toCopy(booking), uids, appointment, reason, said: refusal.reason });
    return { state: "kept_for_person", reason };
  }
  await noteFollowed(tx, following);
  return { state: "followed" };
}

/** Both sides are alike from here on. */
export async function noteFollowed(tx: TransactionContext, { known, booking, uids }: News): Promise<void> {
  const { version } = await getAppointment(tx, { appointmentId: known.appointmentId });
  await noteCopy(tx, { known, booking, version });
  await rememberUids(tx, { id: known.id, uids: formerUidsOf(known, { booking: toCopy(booking), uids }) });
}

/** What happened over there has happened: no policy stands in its way, what it breaks is recorded. */
export async function bringHere(
  tx: TransactionContext,
  { known, booking, appointment }: { known: KnownBooking; booking: CalcomBooking; appointment: AppointmentDetails },
): Promise<void> {
  const { id: appointmentId, status } = appointment;
  const isOff = status === "cancelled" || status === "no_show";
  if (!isLive(booking)) {
    const reason = booking.reason?.slice(0, 500) ?? null;
    if (!isOff) await cancelAppointment(tx, { appointmentId, reason, isConfirmed: true, notifyCustomer: false });
    return;
  }
  if (isOff) throw new AppError({ code: "INVALID_TRANSITION", reason: `is_${status}` });
  const staffId = (await findStaffOfHost(tx, booking.host)) ?? (await findStaffOfType(tx, { booking, appointment }));
  const isMoved = booking.startsAt.getTime() !== appointment.startsAt.getTime();
  if (isMoved || staffId !== appointment.staff.id) {
    const newStartsAt = booking.startsAt;
    await rescheduleAppointment(tx, {
      ...{ appointmentId, newStartsAt, staffId, isConfirmed: true, notifyCustomer: false },
    });
  }
  const wasConfirmed = known.copy?.status === "pending" && booking.status === "accepted";
  if (wasConfirmed && status === "pending") await confirmAppointment(tx, { appointmentId });
}

/** An event type may be one person's own; otherwise the person stays. */
async function findStaffOfType(
  tx: TransactionContext,
  { booking, appointment }: { booking: Pick<BookingCopy, "eventTypeId">; appointment: AppointmentDetails },
): Promise<string> {
  const mappings = await listMappings(tx, appointment.service.id);
  const people = mappings.flatMap(({ calcomEventTypeId, staffId }) =>
    calcomEventTypeId === booking.eventTypeId && staffId ? [staffId] : [],
  );
  const [only, another] = people;
  return only && !another ? only : appointment.staff.id;
}

interface NotedCopy {
  known: KnownBooking;
  booking: CalcomBooking;
  /** The appointment's version that stands there; null where there is none. */
  version: number | null;
}

// Not audited: it notes what stands over there.
export async function noteCopy(tx: TransactionContext, { known, booking, version }: NotedCopy): Promise<void> {
  const isAbsent = known.copy?.status === ABSENT && known.copy.uid === booking.uid && isLive(booking);
  const copy = { ...toCopy(booking), ...(isAbsent && { status: ABSENT }) };
  await writeEventMap(tx, known, { state: { ...known.state, version, failure: null }, copy, review: null });
  const { appointmentId } = known;
  if (!appointmentId || version === null) return;
  await recordCalcomSync(tx, { appointmentId, status: "synced", bookingUid: booking.uid, version });
}
