import {
  completeAppointment,
  confirmAppointment,
  markNoShow,
  startAppointment,
} from "@/server/appointments/commands/change-status";
import { getAppointment } from "@/server/appointments/queries/get-appointment";
import type { TransactionContext } from "@/server/core/context";
import { lockKnownBooking } from "../repository/bookings";
import { writeEventMap } from "../repository/event-map";
import { ABSENT, isLive } from "../rules/next-step";

export type Attendance = "no_show" | "ended";

// Not audited: the commands that it calls are.
/** Somebody did not come, or it is over: told once, and not taken back by anybody over there. What is decided here stays. */
export async function applyAttendance(
  tx: TransactionContext,
  { uids, attendance }: { uids: string[]; attendance: Attendance },
): Promise<void> {
  const known = await lockKnownBooking(tx, uids);
  if (!known?.appointmentId || !known.copy || !isLive(known.copy)) return;
  const { appointmentId, copy, state } = known;
  const { status, startsAt, endsAt } = await getAppointment(tx, { appointmentId });
  const isOpen = status === "pending" || status === "confirmed";
  if (attendance === "no_show") {
    if (!isOpen || startsAt > tx.now) return;
    await markNoShow(tx, { appointmentId });
    const { version } = await getAppointment(tx, { appointmentId });
    await writeEventMap(tx, known, { state: { ...state, version }, copy: { ...copy, status: ABSENT } });
    return;
  }
  if (endsAt > tx.now || (!isOpen && status !== "in_progress")) return;
  if (status === "pending") await confirmAppointment(tx, { appointmentId });
  if (isOpen) await startAppointment(tx, { appointmentId });
  await completeAppointment(tx, { appointmentId });
}
