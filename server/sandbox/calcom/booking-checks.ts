import { HOUR, MINUTE } from "@/server/core/time";
import { Refused, type SandboxRequest } from "../http/route";
import type { Sandbox } from "../sandbox";
import { freeHost, type Window } from "./availability";
import type { CreateBookingInput } from "./booking-input";
import { frameworkError } from "./errors";
import { emailField, needsConfirmation } from "./event-types";
import type { CalcomAttendee, CalcomBooking, CalcomEventType } from "./state";

/** A booking that ended may not move; the refusal names its successor. */
export function requireOpen(request: SandboxRequest, { uid, status, rescheduledToUid }: CalcomBooking): void {
  if (status !== "cancelled" && status !== "rejected") return;
  const told = `Can't reschedule booking with uid=${uid} because it has been ${status}`;
  const successor = rescheduledToUid ? ` and rescheduled already to booking with uid=${rescheduledToUid}` : "";
  throw new Refused(frameworkError(request, 400, `${told}${successor}.`));
}

export function windowOf(request: SandboxRequest, { settings }: CalcomEventType, input: CreateBookingInput): Window {
  const { lengthInMinutes: chosen } = input;
  if (chosen !== undefined && !settings.lengthInMinutesOptions?.includes(chosen)) {
    const message = settings.lengthInMinutesOptions
      ? `Provided booking length is not one of the possible lengths for the event type. The possible lengths are: ${settings.lengthInMinutesOptions.join(", ")}`
      : "Can't specify 'lengthInMinutes' because event type does not have multiple possible lengths.";
    throw new Refused(frameworkError(request, 400, message));
  }
  const from = Date.parse(input.start);
  return { from, until: from + (chosen ?? settings.lengthInMinutes) * MINUTE };
}

/** Who will be its host; refused where nobody can. */
export function requireBookable(sandbox: Sandbox, wish: Wish): number {
  const { request, eventType, wanted, exceptUid } = wish;
  const now = sandbox.now().getTime();
  const refuse = (message: string) => new Refused(frameworkError(request, 400, message));
  if (eventType.team?.schedulingType === "managed") {
    throw refuse("Event type is managed: book one of the event types made from it.");
  }
  if (wanted.from < now) throw refuse("Attempting to book a meeting in the past.");
  const notice = (eventType.settings.minimumBookingNotice ?? 0) * MINUTE;
  if (wanted.from < now + notice || wanted.from > now + 2 * 365 * 24 * HOUR) {
    throw refuse(
      "The event type can't be booked at the \"start\" time provided. This could be because it's too soon or too far.",
    );
  }
  const hostId = freeHost(sandbox.calcom, { eventType, wanted, exceptUid });
  if (hostId !== null) return hostId;
  const who = eventType.team ? "One of the hosts" : "User";
  throw refuse(`${who} either already has booking at this time or is not available`);
}

interface Wish {
  request: SandboxRequest;
  eventType: CalcomEventType;
  wanted: Window;
  exceptUid?: string;
}

/** Where a type needs confirmation or takes turns, the same request again answers with the booking it made the first time. */
export function findRepetition(
  sandbox: Sandbox,
  repeated: { eventType: CalcomEventType; wanted: Window; attendee: CalcomAttendee },
) {
  const { eventType, wanted, attendee } = repeated;
  if (!needsConfirmation(eventType) && eventType.team?.schedulingType !== "roundRobin") return undefined;
  return [...sandbox.calcom.bookings.values()].find(
    (booking) =>
      booking.eventTypeId === eventType.id &&
      booking.startMs === wanted.from &&
      booking.attendee.email === attendee.email &&
      (booking.status === "pending" || booking.status === "accepted"),
  );
}

/** Who gives only a number gets an invented address; where the e-mail field is hidden, so does who gives a real one. */
export function attendeeOf(
  request: SandboxRequest,
  eventType: CalcomEventType,
  { attendee }: CreateBookingInput,
): CalcomAttendee {
  const field = emailField(eventType);
  const { name, timeZone, phoneNumber, language = "en" } = attendee;
  const invented = phoneNumber && `${phoneNumber.replaceAll(/\D/g, "")}@sms.cal.com`;
  const email = field.hidden
    ? (invented ?? attendee.email)
    : (attendee.email ?? (field.required ? undefined : invented));
  if (email) return { name, email, timeZone, language, ...(phoneNumber ? { phoneNumber } : {}) };
  throw new Refused(frameworkError(request, 400, "Attendee email is required by this event type"));
}
