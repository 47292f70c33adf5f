import { recordCalcomSync } from "@/server/appointments/commands/record-calcom-sync";
import { getAppointmentState } from "@/server/appointments/queries/get-appointment-state";
import type { AppointmentState } from "@/server/appointments/schema";
import type { TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { attempt } from "@/server/core/savepoint";
import { type CalcomBooking, toCopy } from "../adapters/calcom-answers";
import { calcomSyncRequested } from "../events";
import { type KnownBooking, rememberUids } from "../repository/bookings";
import { listPartMaps, writeEventMap } from "../repository/event-map";
import { listPartsOf } from "../repository/parts";
import { whenWritable } from "../rules/changed-here";
import { type ConflictReason, conflictReasonOf } from "../rules/conflict";
import { isForAnother, judgeNews } from "../rules/judge-news";
import { ABSENT, isLive } from "../rules/next-step";
import { bringHere } from "./bring-here";
import { nextStepOf } from "./claim-step";
import { type FoundDrift, formerUidsOf, keepForPerson } from "./keep-for-person";
import { whenChangedHere } from "./when-changed-here";

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
  const appointment = await getAppointmentState(tx, { appointmentId: known.appointmentId });
  const changedHereAt = await findChangeHere(tx, { known, appointment });
  const { copy, formerUids, state } = known;
  const verdict = judgeNews({ booking, copy, formerUids, begun: state.begun, changedHereAt });
  if (verdict === "follow") return followBookingHere(tx, { ...news, appointment });
  if (verdict === "ask") return askForPerson(tx, { ...news, appointment });
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

/**
 * When our side was changed since both were alike; a note that was written in between is no such change, and one whose time to
 * be written has passed is one all the same.
 */
async function findChangeHere(
  tx: TransactionContext,
  { known, appointment }: { known: KnownAppointmentBooking; appointment: AppointmentState },
): Promise<Date | null> {
  if (!known.copy) return null;
  const parts = await listPartsOf(tx, appointment.id);
  const changedAt = await whenChangedHere(tx, { map: known, appointment });
  const part = parts.find(({ position }) => position === known.position) ?? null;
  const now = whenWritable({ changedAt, part, copy: known.copy });
  const step = await nextStepOf(tx, { map: known, appointment, parts, now });
  return step.action === "nothing" ? null : changedAt;
}

interface Following extends News {
  appointment: AppointmentState;
}

export async function followBookingHere(
  tx: TransactionContext,
  following: Following,
  found?: FoundDrift,
): Promise<Applied> {
  const { known, booking, uids, appointment } = following;
  const tried = await attempt(tx, async () => {
    await requireLatestWord(tx, following);
    await bringHere(tx, following);
  });
  if ("refusal" in tried) {
    const { refusal } = tried;
    if (refusal.code === "VERSION_CONFLICT" || refusal.code === "RATE_LIMITED") throw refusal;
    const reason = conflictReasonOf(refusal);
    const kept = { known, booking: toCopy(booking), uids, appointment, reason, said: refusal.reason };
    await keepForPerson(tx, { ...kept, ...(found && { found }) });
    return { state: "kept_for_person", reason };
  }
  await noteFollowed(tx, following);
  return isForAnother(known.copy, booking) ? askForPerson(tx, following) : { state: "followed" };
}

/** What was said of one part is not followed over what was said since of another and waits for a person: they decide about both. */
async function requireLatestWord(tx: TransactionContext, { known, booking }: Following): Promise<void> {
  const { changedAt } = booking;
  if (!changedAt) return;
  const others = (await listPartMaps(tx, known.appointmentId)).filter(({ id }) => id !== known.id);
  const isAsked = others.some(({ driftStatus, reviewReason, copy }) => {
    const isOpen = driftStatus === "manual_review" && reviewReason !== null;
    return isOpen && copy?.changedAt && copy.changedAt > changedAt;
  });
  if (isAsked) throw new AppError({ code: "PRECONDITION_FAILED", reason: "part_changed" });
}

/** Whom a booking is for is never changed here unasked. */
async function askForPerson(
  tx: TransactionContext,
  { known, booking, uids, appointment }: Following,
): Promise<Applied> {
  const reason = "attendee_changed" as const;
  const { version } = await getAppointmentState(tx, { appointmentId: appointment.id });
  const kept = { known, booking: toCopy(booking), uids, appointment: { ...appointment, version }, said: "" };
  await keepForPerson(tx, { ...kept, reason });
  return { state: "kept_for_person", reason };
}

/** Both sides are alike from here on. */
export async function noteFollowed(tx: TransactionContext, { known, booking, uids }: News): Promise<void> {
  const { version } = await getAppointmentState(tx, { appointmentId: known.appointmentId });
  await noteCopy(tx, { known, booking, version });
  await rememberUids(tx, { id: known.id, uids: formerUidsOf(known, { booking: toCopy(booking), uids }) });
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
  const { appointmentId, position } = known;
  if (!appointmentId || version === null) return;
  const seen = position === 0 ? { bookingUid: booking.uid } : {};
  const isWhole = (await listPartMaps(tx, appointmentId)).length === 1;
  if (isWhole) return recordCalcomSync(tx, { appointmentId, status: "synced", version, ...seen });
  // The other parts of the visit follow.
  await recordCalcomSync(tx, { appointmentId, status: "pending", ...seen });
  await publish(tx, calcomSyncRequested, { appointmentId });
}
