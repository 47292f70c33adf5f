import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import type { TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { type Attempt, attempt } from "@/server/core/savepoint";
import { MINUTE } from "@/server/core/time";
import { ensureCustomer } from "@/server/customers/commands/ensure-customer";
import { findStaffOfHost, listBranchIdsOf, listMappingsOfType } from "../repository/bookings";
import { describeAttendee } from "../rules/attendee";
import type { ConflictReason } from "../rules/conflict";
import type { BookingCopy } from "../schema";

export interface WantedBooking {
  booking: BookingCopy;
  /** What makes a repeat the same: the first uid that the booking had. */
  firstUid: string;
}

export interface Place {
  serviceId: string;
  staffId: string;
}

/**
 * Makes the appointment that was booked over there: its customer found or made, its service by the event type, its person by
 * the host. The attendee hears of it from Cal.com. Throws the refusal as it would stand in the way of anybody.
 */
export async function takeOverBooking(
  tx: TransactionContext,
  { booking, firstUid }: WantedBooking,
): Promise<{ appointmentId: string; version: number }> {
  const place = await findPlace(tx, booking);
  const { attendee } = booking;
  if (!attendee || !(attendee.name || attendee.email || attendee.phone)) throw conflict("no_attendee");
  let refusal: AppError | null = null;
  for (const branchId of await branchesOf(tx, place.staffId)) {
    const made: Attempt<{ appointmentId: string; version: number }> = await attempt(tx, async () => {
      const { customerId } = await ensureCustomer(tx, describeAttendee(attendee));
      return book(tx, { booking, firstUid, place, branchId, customerId });
    });
    if ("result" in made) return made.result;
    refusal ??= made.refusal;
  }
  throw refusal ?? conflict("unknown_host");
}

interface Booking extends WantedBooking {
  place: Place;
  branchId: string;
  customerId: string;
}

async function book(tx: TransactionContext, { booking, firstUid, place, branchId, customerId }: Booking) {
  const { startsAt, endsAt } = booking;
  const { appointment } = await bookAppointment(tx, {
    ...{ ...place, branchId, customerId, startsAt, source: "calcom", idempotencyKey: `calcom:${firstUid}` },
    durationMinutes: Math.round((endsAt.getTime() - startsAt.getTime()) / MINUTE),
    status: booking.status === "pending" ? "pending" : "confirmed",
    ...{ notifyCustomer: false, isTakenOver: true },
  });
  return { appointmentId: appointment.id, version: appointment.version };
}

/** The service that the event type stands for and the person who is the host; an event type may be one person's own. */
export async function findPlace(tx: TransactionContext, { eventTypeId, host }: BookingCopy): Promise<Place> {
  const mappings = eventTypeId === null ? [] : await listMappingsOfType(tx, eventTypeId);
  const [first] = mappings;
  if (!first) throw conflict("unknown_event_type");
  const hostStaffId = await findStaffOfHost(tx, host);
  if (hostStaffId) {
    const fitting = mappings.find((one) => one.staffId === hostStaffId) ?? mappings.find((one) => one.staffId === null);
    if (!fitting) throw conflict("unknown_host");
    return { serviceId: fitting.serviceId, staffId: hostStaffId };
  }
  const people = new Set(mappings.map(({ staffId }) => staffId));
  if (people.size > 1 || !first.staffId) throw conflict("unknown_host");
  return { serviceId: first.serviceId, staffId: first.staffId };
}

/** Where this person works, the company's main branch first. */
export async function branchesOf(tx: TransactionContext, staffId: string): Promise<string[]> {
  const branchIds = await listBranchIdsOf(tx, staffId);
  if (branchIds.length === 0) throw conflict("unknown_host");
  return branchIds;
}

const conflict = (reason: ConflictReason) => new AppError({ code: "PRECONDITION_FAILED", reason });
