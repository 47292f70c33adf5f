import { MINUTE } from "@/server/core/time";
import { Refused, type SandboxRequest } from "../http/route";
import type { Sandbox } from "../sandbox";
import { announce } from "./announce";
import { attendeeOf, findRepetition, requireBookable, requireOpen, windowOf } from "./booking-checks";
import type { CreateBookingInput } from "./booking-input";
import { bareError, frameworkError } from "./errors";
import { needsConfirmation } from "./event-types";
import { type CalcomBooking, type CalcomEventType, newUid } from "./state";

/** Books, as either side may: the product by its key, or somebody on the other side's web page. */
export async function placeBooking(sandbox: Sandbox, { request, eventType, input }: Placing): Promise<CalcomBooking> {
  const { calcom, now } = sandbox;
  const attendee = attendeeOf(request, eventType, input);
  const wanted = windowOf(request, eventType, input);
  const repeated = findRepetition(sandbox, { eventType, wanted, attendee });
  if (repeated) return repeated;
  const hostId = requireBookable(sandbox, { request, eventType, wanted });
  const uid = newUid();
  const booking: CalcomBooking = {
    id: calcom.nextId(),
    uid,
    icsUid: `${uid}@Cal.com`,
    account: eventType.account,
    eventTypeId: eventType.id,
    hostId,
    title: `${eventType.settings.title} between ${calcom.users.get(hostId)?.name} and ${attendee.name}`,
    status: needsConfirmation(eventType) ? "pending" : "accepted",
    startMs: wanted.from,
    endMs: wanted.until,
    attendee,
    guests: input.guests ?? [],
    location: input.location?.type ?? "attendeeDefined",
    responses: {
      name: attendee.name,
      email: attendee.email,
      guests: input.guests ?? [],
      ...input.bookingFieldsResponses,
    },
    metadata: input.metadata ?? {},
    createdAt: now(),
    updatedAt: now(),
  };
  calcom.bookings.set(uid, booking);
  await announce(sandbox, { trigger: booking.status === "pending" ? "BOOKING_REQUESTED" : "BOOKING_CREATED", booking });
  return booking;
}

export interface Placing {
  request: SandboxRequest;
  eventType: CalcomEventType;
  input: CreateBookingInput;
}

export interface Move {
  request: SandboxRequest;
  booking: CalcomBooking;
  start: string;
  reason?: string | undefined;
  by?: string | undefined;
  /** The other side's web page forgets our metadata in the webhook, though not in the booking. */
  onWebPage?: boolean;
}

/** A move is a new booking with a new uid; the old one ends as cancelled and points to it. */
export async function moveBooking(sandbox: Sandbox, move: Move): Promise<CalcomBooking> {
  const { calcom, now } = sandbox;
  const { request, booking: old } = move;
  requireOpen(request, old);
  const eventType = requireEventType(sandbox, request, old);
  const from = Date.parse(move.start);
  // The length chosen at booking is lost here: the type's own length counts again.
  const wanted = { from, until: from + eventType.settings.lengthInMinutes * MINUTE };
  const hostId = requireBookable(sandbox, { request, eventType, wanted, exceptUid: old.uid });
  const host = calcom.users.get(old.hostId);
  const waits = needsConfirmation(eventType) && move.by !== host?.email;
  const moved: CalcomBooking = {
    ...old,
    id: calcom.nextId(),
    uid: newUid(),
    hostId: eventType.team ? hostId : old.hostId,
    status: waits ? "pending" : "accepted",
    startMs: wanted.from,
    endMs: wanted.until,
    rescheduledFromUid: old.uid,
    reschedulingReason: move.reason,
    // Its attendees are written down anew: that somebody stayed away goes with the old one.
    absentAttendee: false,
    absentHost: false,
    createdAt: now(),
    updatedAt: now(),
  };
  calcom.bookings.set(moved.uid, moved);
  const rescheduledByEmail = move.by;
  Object.assign(old, { status: "cancelled", rescheduledToUid: moved.uid, rescheduledByEmail, updatedAt: now() });
  const trigger = waits ? "BOOKING_REQUESTED" : "BOOKING_RESCHEDULED";
  await announce(sandbox, { trigger, booking: moved, previous: old, hidesMetadata: move.onWebPage ?? false });
  return moved;
}

/** Cancels by the host, whose key it is: a reason is required. Not idempotent: a second time is refused. */
export async function cancelBooking(
  sandbox: Sandbox,
  { request, booking, reason }: Cancelling,
): Promise<CalcomBooking> {
  if (booking.status === "cancelled" || booking.status === "rejected") {
    throw new Refused(bareError(400, "This booking has already been cancelled."));
  }
  if (booking.endMs < sandbox.now().getTime())
    throw new Refused(bareError(400, "Cannot cancel a booking that has already ended"));
  if (!reason) throw new Refused(bareError(400, "Cancellation reason is required when you are the host"));
  requireEventType(sandbox, request, booking);
  const cancelledByEmail = sandbox.calcom.users.get(booking.hostId)?.email;
  Object.assign(booking, {
    status: "cancelled",
    cancellationReason: reason,
    cancelledByEmail,
    updatedAt: sandbox.now(),
  });
  await announce(sandbox, { trigger: "BOOKING_CANCELLED", booking });
  return booking;
}

export interface Cancelling {
  request: SandboxRequest;
  booking: CalcomBooking;
  reason: string | undefined;
}

export async function settleBooking(sandbox: Sandbox, settling: Settling): Promise<CalcomBooking> {
  const { request, booking, accept } = settling;
  if (booking.status !== "pending")
    throw new Refused(frameworkError(request, 400, `Booking is already ${booking.status}`));
  const status = accept ? "accepted" : "rejected";
  const cancellationReason = accept ? undefined : settling.reason;
  Object.assign(booking, { status, cancellationReason, updatedAt: sandbox.now() });
  // After a confirmation our metadata is missing in the webhook, though not in the booking.
  await announce(sandbox, { trigger: accept ? "BOOKING_CREATED" : "BOOKING_REJECTED", booking, hidesMetadata: true });
  return booking;
}

export interface Settling {
  request: SandboxRequest;
  booking: CalcomBooking;
  accept: boolean;
  reason?: string | undefined;
}

function requireEventType(
  { calcom }: Sandbox,
  request: SandboxRequest,
  { eventTypeId }: CalcomBooking,
): CalcomEventType {
  const found = calcom.eventTypes.get(eventTypeId);
  if (!found) throw new Refused(frameworkError(request, 404, `Event type with id ${eventTypeId} not found.`));
  return found;
}
