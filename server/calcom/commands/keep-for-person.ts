import { recordCalcomSync } from "@/server/appointments/commands/record-calcom-sync";
import type { AppointmentState } from "@/server/appointments/schema";
import type { TransactionContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { calcomConflictChanged } from "../events";
import { insertDrift } from "../reconciliation/repository/drifts";
import type { DriftKind, DriftStrategy } from "../reconciliation/schema";
import { sideOfAppointment, sideOfBooking } from "../reconciliation/views";
import { insertKnownBooking, type KnownBooking, rememberUids } from "../repository/bookings";
import { writeEventMap } from "../repository/event-map";
import type { ConflictReason } from "../rules/conflict";
import { isLive } from "../rules/next-step";
import type { BookingCopy } from "../schema";

export interface KeptBooking {
  known: KnownBooking | null;
  booking: BookingCopy;
  uids: string[];
  reason: ConflictReason;
  /** What the refusal was, beyond its state. */
  said: string;
  /** Without one it is missing here. */
  appointment: AppointmentState | null;
  /** By whom it was found to differ; without that somebody told of it. */
  found?: FoundDrift;
}

export interface FoundDrift {
  runId: string;
  kind: DriftKind;
  strategy: DriftStrategy;
}

// Not audited: nothing was changed, that is the point.
/** Keeps a booking that could not be followed here, as it stands over there, until a person decides. Nothing is dropped. */
export async function keepForPerson(tx: TransactionContext, kept: KeptBooking): Promise<void> {
  const { booking, appointment, reason, said, uids, found } = kept;
  const known = kept.known ?? (await insertKnownBooking(tx, { uid: booking.uid, formerUids: [] }));
  const kind = found?.kind ?? kindOf(booking, appointment, reason);
  const review = { kind, said, reason };
  const state = { ...known.state, version: appointment?.version ?? null };
  await writeEventMap(tx, known, { state, copy: booking, review });
  await rememberUids(tx, { id: known.id, uids: formerUidsOf(known, { booking, uids }) });
  if (appointment) {
    const { id: appointmentId } = appointment;
    await recordCalcomSync(tx, {
      appointmentId,
      status: "drift",
      bookingUid: booking.uid,
      version: appointment.version,
    });
  }
  await insertDrift(tx, {
    ...{ runId: found?.runId ?? null, eventMapId: known.id, appointmentId: appointment?.id ?? null, kind },
    ...{ strategy: found?.strategy ?? "manual", bookingUid: booking.uid, outcome: null },
    ours: appointment && sideOfAppointment(appointment, null),
    theirs: sideOfBooking(booking),
  });
  await publish(tx, calcomConflictChanged, { conflictId: known.id });
}

export function formerUidsOf(
  known: KnownBooking,
  { booking, uids }: { booking: BookingCopy; uids: string[] },
): string[] {
  const former = [...known.formerUids, ...(known.copy ? [known.copy.uid] : []), ...uids];
  return [...new Set(former)].filter((uid) => uid !== booking.uid);
}

function kindOf(booking: BookingCopy, appointment: AppointmentState | null, reason: ConflictReason): DriftKind {
  if (!appointment) return "missing_in_platform";
  if (reason === "attendee_changed") return "attendee_mismatch";
  const isActive = appointment.status !== "cancelled" && appointment.status !== "no_show";
  if (isLive(booking) !== isActive) return "status_mismatch";
  if (booking.startsAt.getTime() !== appointment.startsAt.getTime()) return "time_mismatch";
  return booking.endsAt.getTime() === appointment.endsAt.getTime() ? "staff_mismatch" : "duration_mismatch";
}
