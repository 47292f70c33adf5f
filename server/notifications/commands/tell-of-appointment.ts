import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { findAppointmentRow } from "../repository/facts";
import { notify } from "./notify";

export interface AppointmentNews {
  appointmentId: string;
  what: "booked" | "confirmed" | "rescheduled" | "cancelled";
  /** The id of the event: a repeat of it tells nothing new. */
  eventId: string;
}

// Not audited: a message is not a change of the company's data; its own row tells who got what, when.
/** Tells the customer what became of their appointment: booked and confirmed once, each move, the cancellation. */
export async function tellOfAppointment(
  ctx: CompanyContext,
  { appointmentId, what, eventId }: AppointmentNews,
): Promise<void> {
  await transact(ctx, async (tx) => {
    const appointment = await findAppointmentRow(tx, appointmentId);
    if (!appointment) return;
    const isPending = appointment.status === "pending" && what === "booked";
    const event = isPending ? "appointment_pending" : EVENT[what];
    const dedupeKey = what === "rescheduled" ? `${event}:${appointmentId}:${eventId}` : `${event}:${appointmentId}`;
    await notify(tx, { event, appointmentId, dedupeKey });
  });
}

const EVENT = {
  booked: "appointment_confirmed",
  confirmed: "appointment_confirmed",
  rescheduled: "appointment_rescheduled",
  cancelled: "appointment_cancelled",
} as const;
