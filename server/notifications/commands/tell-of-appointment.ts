import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { findAppointmentRow } from "../repository/facts";
import type { NotificationChannel } from "../schema";
import { notify } from "./notify";

export interface AppointmentNews {
  appointmentId: string;
  what: "booked" | "confirmed" | "rescheduled" | "cancelled" | "restored";
  /** The id of the event: a repeat of it tells nothing new. */
  eventId: string;
  /** Chosen by whoever made the change, instead of the configured ones. */
  channels?: NotificationChannel[] | undefined;
}

// Not audited: a message is not a change of the company's data; its own row tells who got what, when.
/** Tells the customer what became of their appointment: booked and confirmed once, and each move, cancellation and return. */
export async function tellOfAppointment(
  ctx: CompanyContext,
  { appointmentId, what, eventId, channels }: AppointmentNews,
): Promise<void> {
  await transact(ctx, async (tx) => {
    const appointment = await findAppointmentRow(tx, appointmentId);
    if (!appointment) return;
    const isPending = appointment.status === "pending" && (what === "booked" || what === "restored");
    const event = isPending ? "appointment_pending" : EVENT[what];
    const dedupeKey = ONCE.includes(what) ? `${event}:${appointmentId}` : `${event}:${appointmentId}:${eventId}`;
    await notify(tx, { event, appointmentId, dedupeKey, ...(channels && { channels }) });
  });
}

const EVENT = {
  booked: "appointment_confirmed",
  confirmed: "appointment_confirmed",
  rescheduled: "appointment_rescheduled",
  cancelled: "appointment_cancelled",
  restored: "appointment_confirmed",
} as const;

/** That it stands is told once, whichever of the two comes first. */
const ONCE: readonly AppointmentNews["what"][] = ["booked", "confirmed"];
