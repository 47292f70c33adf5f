import { recordCalcomSync } from "@/server/appointments/commands/record-calcom-sync";
import type { AppointmentDetails } from "@/server/appointments/schema";
import type { TransactionContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { calcomConflictChanged } from "../events";
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
  appointment: AppointmentDetails | null;
}

// Not audited: nothing was changed, that is the point.
/** Keeps a booking that could not be followed here, as it stands over there, until a person decides. Nothing is dropped. */
export async function keepForPerson(tx: TransactionContext, kept: KeptBooking): Promise<void> {
  const { booking, appointment, reason, said, uids } = kept;
  const known = kept.known ?? (await insertKnownBooking(tx, { uid: booking.uid, formerUids: [] }));
  const review = { kind: kindOf(booking, appointment), said, reason };
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
  await publish(tx, calcomConflictChanged, { conflictId: known.id });
}

export function formerUidsOf(
  known: KnownBooking,
  { booking, uids }: { booking: BookingCopy; uids: string[] },
): string[] {
  const former = [...known.formerUids, ...(known.copy ? [known.copy.uid] : []), ...uids];
  return [...new Set(former)].filter((uid) => uid !== booking.uid);
}

function kindOf(booking: BookingCopy, appointment: AppointmentDetails | null): string {
  if (!appointment) return "missing_in_platform";
  const isActive = appointment.status !== "cancelled" && appointment.status !== "no_show";
  if (isLive(booking) !== isActive) return "status_mismatch";
  return booking.startsAt.getTime() === appointment.startsAt.getTime() ? "staff_mismatch" : "time_mismatch";
}
