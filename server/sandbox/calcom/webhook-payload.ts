import { MINUTE, zoneOffsetMs } from "@/server/core/time";
import type { Announcement } from "./announce";
import type { CalcomBooking, CalcomState } from "./state";
import { TEAM } from "./team-routes";

const STATUS = { accepted: "ACCEPTED", pending: "PENDING", cancelled: "CANCELLED", rejected: "REJECTED" } as const;

/** The body of a booking's webhook, version 2021-10-20, with all that is missing from it in each case. */
export function webhookPayload(state: CalcomState, { trigger, booking, previous, hidesMetadata }: Announcement) {
  const common = commonPayload(state, booking);
  if (trigger === "BOOKING_CANCELLED") {
    const startTime = common.startTime.replace("Z", "+00:00");
    const { cancellationReason, cancelledByEmail: cancelledBy } = booking;
    return { ...common, startTime, cancellationReason, cancelledBy, requestReschedule: false };
  }
  if (trigger === "BOOKING_REJECTED") {
    const { iCalUID, iCalSequence, ...rest } = common;
    return { ...rest, rejectionReason: booking.cancellationReason ?? "" };
  }
  const metadata = hidesMetadata ? {} : { metadata: booking.metadata };
  return { ...common, ...metadata, ...(previous ? rescheduleFields(previous) : {}) };
}

function rescheduleFields(previous: CalcomBooking) {
  return {
    rescheduleUid: previous.uid,
    rescheduleId: previous.id,
    rescheduleStartTime: isoSeconds(previous.startMs),
    rescheduleEndTime: isoSeconds(previous.endMs),
    rescheduledBy: previous.rescheduledByEmail,
  };
}

function commonPayload(state: CalcomState, booking: CalcomBooking) {
  const eventType = state.eventTypes.get(booking.eventTypeId);
  const { title: eventTitle = "", slug = "" } = eventType?.settings ?? {};
  return {
    uid: booking.uid,
    bookingId: booking.id,
    eventTypeId: booking.eventTypeId,
    type: slug,
    title: booking.title,
    eventTitle,
    eventDescription: "",
    startTime: isoSeconds(booking.startMs),
    endTime: isoSeconds(booking.endMs),
    length: (booking.endMs - booking.startMs) / MINUTE,
    status: STATUS[booking.status],
    organizer: organizer(state, booking),
    attendees: [attendee(booking)],
    responses: responses(booking),
    userFieldsResponses: {},
    customInputs: {},
    additionalNotes: "",
    description: "",
    location: booking.location,
    iCalUID: booking.icsUid,
    iCalSequence: booking.rescheduledFromUid ? 1 : 0,
    requiresConfirmation: eventType?.settings.confirmationPolicy !== undefined,
    price: 0,
    currency: "usd",
    schedulingType: eventType?.team?.schedulingType ?? null,
    ...(eventType?.team ? { team: { id: TEAM.id, name: TEAM.name, members: [] } } : {}),
    seatsPerTimeSlot: null,
    seatsShowAttendees: true,
    seatsShowAvailabilityCount: true,
    disableRescheduling: false,
    disableCancelling: false,
    hideCalendarNotes: false,
    hideCalendarEventDetails: false,
    hideOrganizerEmail: false,
    customReplyToEmail: null,
    destinationCalendar: null,
    organizationId: null,
    oneTimePassword: null,
    hashedLink: null,
    bookerUrl: "https://cal.sandbox.example",
    conferenceData: {},
  };
}

function organizer(state: CalcomState, { hostId, startMs }: CalcomBooking) {
  const host = state.users.get(hostId);
  const { name = "", email = "", username = "", timeZone = "UTC" } = host ?? {};
  const utcOffset = zoneOffsetMs(timeZone, startMs) / MINUTE;
  return {
    id: hostId,
    name,
    email,
    username,
    usernameInOrg: username,
    timeZone,
    utcOffset,
    timeFormat: "HH:mm",
    language: { locale: "de" },
  };
}

function attendee({ attendee: { name, email, timeZone, language, phoneNumber }, startMs }: CalcomBooking) {
  const [firstName = name, ...others] = name.split(" ");
  const utcOffset = zoneOffsetMs(timeZone, startMs) / MINUTE;
  const person = {
    name,
    firstName,
    lastName: others.join(" "),
    email,
    timeZone,
    utcOffset,
    language: { locale: language },
  };
  return phoneNumber ? { ...person, phoneNumber } : person;
}

function responses({ attendee: { name, email, phoneNumber } }: CalcomBooking) {
  return {
    name: { label: "your_name", value: name, isHidden: false },
    email: { label: "email_address", value: email, isHidden: false },
    ...(phoneNumber ? { attendeePhoneNumber: { label: "phone_number", value: phoneNumber, isHidden: false } } : {}),
  };
}

function isoSeconds(at: number): string {
  return new Date(at).toISOString().replace(".000Z", "Z");
}
