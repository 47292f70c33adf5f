import { MINUTE } from "@/server/core/time";
import type { CalcomBooking, CalcomState } from "./state";

export function bookingView(state: CalcomState, booking: CalcomBooking) {
  const { id, uid, title, status, startMs, endMs, eventTypeId, attendee, guests, location, icsUid } = booking;
  return {
    id,
    uid,
    title,
    description: "",
    status,
    hosts: [hostView(state, booking)],
    start: new Date(startMs).toISOString(),
    end: new Date(endMs).toISOString(),
    duration: (endMs - startMs) / MINUTE,
    eventTypeId,
    eventType: { id: eventTypeId, slug: state.eventTypes.get(eventTypeId)?.settings.slug ?? "deleted" },
    attendees: [{ ...attendee, displayEmail: attendee.email, absent: booking.absentAttendee ?? false }],
    guests,
    location,
    meetingUrl: location,
    absentHost: booking.absentHost ?? false,
    bookingFieldsResponses: booking.responses,
    metadata: booking.metadata,
    cancellationReason: booking.cancellationReason,
    cancelledByEmail: booking.cancelledByEmail,
    reschedulingReason: booking.reschedulingReason,
    rescheduledByEmail: booking.rescheduledByEmail,
    rescheduledFromUid: booking.rescheduledFromUid,
    rescheduledToUid: booking.rescheduledToUid,
    createdAt: booking.createdAt.toISOString(),
    updatedAt: booking.updatedAt.toISOString(),
    icsUid,
  };
}

function hostView(state: CalcomState, { hostId }: CalcomBooking) {
  const host = state.users.get(hostId);
  const { name = "", email = "", username = "", timeZone = "UTC" } = host ?? {};
  return { id: hostId, name, email, displayEmail: email, username, timeZone };
}
