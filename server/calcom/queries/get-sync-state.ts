import { getAppointmentState } from "@/server/appointments/queries/get-appointment-state";
import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { pageOfBooking } from "../adapters/calcom-page";
import { findOpenReason } from "../repository/bookings";
import { findApiKey } from "../repository/connection";
import { isBehind } from "../rules/behind";
import { conflictReason } from "../rules/conflict";
import type { SyncAppointmentInput, SyncState } from "../schema";

/** How an appointment stands at Cal.com: where one sees it there, what waits for a decision, and whether it can be written. */
export async function getSyncState(ctx: CompanyContext, { appointmentId }: SyncAppointmentInput): Promise<SyncState> {
  return transact(ctx, async (tx) => {
    const appointment = await getAppointmentState(tx, { appointmentId });
    const { calcomBookingUid: uid } = appointment;
    const isConnected = (await findApiKey(tx)) !== null;
    const waiting = await findOpenReason(tx, appointmentId);
    return {
      isConnected,
      bookingUrl: uid && pageOfBooking(uid),
      waitsFor: waiting === null ? null : conflictReason.catch("needs_decision").parse(waiting),
      canBeWritten: isConnected && waiting === null && isBehind(appointment, tx.now),
    };
  });
}
