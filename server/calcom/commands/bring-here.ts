import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { confirmAppointment } from "@/server/appointments/commands/change-status";
import { rescheduleAppointment } from "@/server/appointments/commands/reschedule-appointment";
import { restoreAppointment } from "@/server/appointments/commands/restore-appointment";
import type { AppointmentState } from "@/server/appointments/schema";
import type { TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { MINUTE } from "@/server/core/time";
import { editCustomer } from "@/server/customers/commands/edit-customer";
import { matchCustomer } from "@/server/customers/queries/match-customer";
import type { CalcomBooking } from "../adapters/calcom-answers";
import { findStaffOfHost, type KnownBooking, listMappingsOfType } from "../repository/bookings";
import { listMappings } from "../repository/connection";
import { listPartsOf } from "../repository/parts";
import { describeAttendee } from "../rules/attendee";
import { isLive } from "../rules/next-step";
import type { AppointmentPart } from "../rules/parts";

interface Following {
  known: KnownBooking;
  booking: CalcomBooking;
  appointment: AppointmentState;
  /** A person said that whom it is for over there is right: the customer's details become those. */
  takesAttendee?: boolean;
}

// Not audited: the commands that it calls are.
/** What happened over there has happened: no policy stands in its way, what it breaks is recorded. */
export async function bringHere(tx: TransactionContext, following: Following): Promise<void> {
  const { known, booking, appointment } = following;
  const { id: appointmentId, status } = appointment;
  const isOff = status === "cancelled" || status === "no_show";
  if (!isLive(booking)) {
    const reason = booking.reason?.slice(0, 500) ?? null;
    if (!isOff) await cancelAppointment(tx, { appointmentId, reason, ...quietly(tx, booking) });
    return;
  }
  if (known.reviewReason === "came_after_all" && status === "no_show") {
    await restoreAppointment(tx, { appointmentId, notifyCustomer: false });
    return;
  }
  if (isOff) throw new AppError({ code: "INVALID_TRANSITION", reason: `is_${status}` });
  const parts = await listPartsOf(tx, appointmentId);
  const part = parts.find(({ position }) => position === known.position);
  if (!part) throw new AppError({ code: "PRECONDITION_FAILED", reason: "part_changed" });
  if (parts.length > 1) await moveWhole(tx, { ...following, part });
  else await moveAlone(tx, { ...following, part });
  if (following.takesAttendee) await takeAttendee(tx, { booking, appointment });
  const wasConfirmed = known.copy?.status === "pending" && booking.status === "accepted";
  if (wasConfirmed && status === "pending") await confirmAppointment(tx, { appointmentId, notifyCustomer: false });
}

interface Moving extends Following {
  part: AppointmentPart;
}

/** Whoever changed it there in time did so in time, however late we hear of it. */
const quietly = ({ now }: TransactionContext, { changedAt }: CalcomBooking) => {
  return { isConfirmed: true, notifyCustomer: false, happenedAt: changedAt && changedAt < now ? changedAt : now };
};
const minutesOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): number =>
  Math.round((endsAt.getTime() - startsAt.getTime()) / MINUTE);

async function moveAlone(tx: TransactionContext, { booking, appointment, part }: Moving): Promise<void> {
  const staffId = await staffOf(tx, { booking, part });
  const isMoved = booking.startsAt.getTime() !== part.startsAt.getTime();
  const isResized = minutesOf(booking) !== minutesOf(part) && !(isMoved && (await isTypesOwn(tx, { booking, part })));
  if (!isMoved && !isResized && staffId === part.staffId) return;
  await rescheduleAppointment(tx, {
    ...{ appointmentId: appointment.id, newStartsAt: booking.startsAt, staffId, ...quietly(tx, booking) },
    ...(isResized ? { durationMinutes: minutesOf(booking) } : {}),
  });
}

/** A visit of several parts moves as it is, or not at all: the part that was moved ends up where it was moved to. */
async function moveWhole(tx: TransactionContext, { known, booking, appointment, part }: Moving): Promise<void> {
  const staffId = await staffOf(tx, { booking, part });
  const by = booking.startsAt.getTime() - part.startsAt.getTime();
  const isResized = minutesOf(booking) !== minutesOf(part) && !(by !== 0 && (await isTypesOwn(tx, { booking, part })));
  const isOther = staffId !== part.staffId || isResized;
  if (isOther) throw new AppError({ code: "PRECONDITION_FAILED", reason: "part_changed" });
  if (by === 0) return;
  const newStartsAt = new Date(appointment.startsAt.getTime() + by);
  await rescheduleAppointment(tx, { appointmentId: appointment.id, newStartsAt, ...quietly(tx, booking) });
  const moved = (await listPartsOf(tx, appointment.id)).find(({ position }) => position === known.position);
  const isThere = moved?.startsAt.getTime() === booking.startsAt.getTime() && moved.staffId === staffId;
  if (!isThere) throw new AppError({ code: "PRECONDITION_FAILED", reason: "part_changed" });
}

/** A move over there goes back to the type's own length: nobody chose it. */
async function isTypesOwn(
  tx: TransactionContext,
  { booking, part }: Pick<Moving, "booking" | "part">,
): Promise<boolean> {
  const [type] = booking.eventTypeId === null ? [] : await listMappingsOfType(tx, booking.eventTypeId);
  const mappings = await listMappings(tx, type?.serviceId ?? part.serviceId);
  const own = mappings.find(({ calcomEventTypeId }) => calcomEventTypeId === booking.eventTypeId);
  return own?.lengthMinutes === minutesOf(booking);
}

/** The host; else an event type may be one person's own; otherwise the person stays. */
async function staffOf(tx: TransactionContext, { booking, part }: Pick<Moving, "booking" | "part">): Promise<string> {
  const host = await findStaffOfHost(tx, booking.host);
  if (host) return host;
  const mappings = await listMappings(tx, part.serviceId);
  const people = mappings.flatMap(({ calcomEventTypeId, staffId }) =>
    calcomEventTypeId === booking.eventTypeId && staffId ? [staffId] : [],
  );
  const [only, another] = people;
  return only && !another ? only : part.staffId;
}

/** A number that is none is left out, as with whoever is new. */
async function takeAttendee(
  tx: TransactionContext,
  { booking, appointment }: Pick<Following, "booking" | "appointment">,
) {
  if (!booking.attendee) return;
  const described = describeAttendee(booking.attendee);
  const { firstName, lastName, email } = described;
  const isNumber = (await matchCustomer(tx, described)).kind !== "invalid_phone";
  const phone = isNumber ? described.phone : null;
  await editCustomer(tx, {
    customerId: appointment.customer.id,
    ...(lastName ? { firstName, lastName } : {}),
    ...(email ? { email } : {}),
    ...(phone ? { phone } : {}),
  });
}
