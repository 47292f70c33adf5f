import {
  completeAppointment,
  confirmAppointment,
  markNoShow,
  startAppointment,
} from "@/server/appointments/commands/change-status";
import { recordCalcomSync } from "@/server/appointments/commands/record-calcom-sync";
import { getAppointmentState } from "@/server/appointments/queries/get-appointment-state";
import type { AppointmentState } from "@/server/appointments/schema";
import type { TransactionContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { calcomConflictChanged } from "../events";
import { lockKnownBooking, writeSettlement } from "../repository/bookings";
import { type EventMap, listPartMaps, writeEventMap } from "../repository/event-map";
import type { Attendance } from "../rules/attendance";
import { ABSENT, isLive } from "../rules/next-step";
import type { BookingCopy } from "../schema";
import { keepForPerson } from "./keep-for-person";

interface Attended {
  uids: string[];
  attendance: Attendance;
  /** All parts of the visit were looked at just now. */
  isAllSeen?: boolean;
}

// Not audited: the commands that it calls are.
/**
 * Somebody did not come, or it is over: told once. That they did come after all is for a person to say, who may have asked for
 * a fee; what is decided here stays.
 */
export async function applyAttendance(
  tx: TransactionContext,
  { uids, attendance, isAllSeen = false }: Attended,
): Promise<void> {
  const known = await lockKnownBooking(tx, uids);
  if (!known?.appointmentId || !known.copy || !isLive(known.copy)) return;
  const { appointmentId, copy } = known;
  // Told of what it was before it was moved: what stands there is still to come.
  if (attendance === "ended" ? copy.endsAt > tx.now : copy.startsAt > tx.now) return;
  const appointment = await getAppointmentState(tx, { appointmentId });
  if (attendance === "no_show") return applyAbsence(tx, { known: { ...known, copy }, appointment });
  if (attendance === "came") {
    if (copy.status !== ABSENT) return;
    const booking = { ...copy, status: "accepted" };
    if (appointment.status !== "no_show") return writeEventMap(tx, known, { state: known.state, copy: booking });
    return keepForPerson(tx, { known, booking, uids, appointment, reason: "came_after_all", said: "" });
  }
  // That one part is over says nothing of the others, of which one may have been called off.
  if (isAllSeen || (await listPartMaps(tx, appointmentId)).length === 1) await applyEnd(tx, appointment);
}

interface Absence {
  known: EventMap & { copy: BookingCopy };
  appointment: AppointmentState;
}

async function applyAbsence(tx: TransactionContext, { known, appointment }: Absence): Promise<void> {
  const { id: appointmentId, status, startsAt } = appointment;
  const { copy, state } = known;
  // Whoever decided otherwise since it was told is not contradicted by its being told again.
  if (copy.status === ABSENT || startsAt > tx.now) return;
  if (isOpen(status)) await markNoShow(tx, { appointmentId });
  else if (status !== "no_show") return;
  const { version } = await getAppointmentState(tx, { appointmentId });
  const isAsked = known.driftStatus === "manual_review" && known.reviewReason === "came_after_all";
  const change = { state: { ...state, version }, copy: { ...copy, status: ABSENT } };
  await writeEventMap(tx, known, { ...change, ...(isAsked && { review: null }) });
  if (!isAsked) return;
  await writeSettlement(tx, known.id, { decision: "withdrawn", by: { kind: "calcom" } });
  await recordCalcomSync(tx, { appointmentId, status: "synced", bookingUid: copy.uid, version });
  await publish(tx, calcomConflictChanged, { conflictId: known.id });
}

async function applyEnd(tx: TransactionContext, { id: appointmentId, status, endsAt }: AppointmentState) {
  if (endsAt > tx.now || (!isOpen(status) && status !== "in_progress")) return;
  if (status === "pending") await confirmAppointment(tx, { appointmentId, notifyCustomer: false });
  if (isOpen(status)) await startAppointment(tx, { appointmentId });
  await completeAppointment(tx, { appointmentId });
}

const isOpen = (status: string): boolean => status === "pending" || status === "confirmed";
