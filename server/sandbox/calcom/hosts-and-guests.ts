import type { z } from "zod";
import { Refused, type SandboxRequest } from "../http/route";
import type { Sandbox } from "../sandbox";
import { tellSubscribers } from "./announce";
import { freeHost } from "./availability";
import type { markAbsentInput } from "./booking-input";
import { frameworkError } from "./errors";
import type { CalcomBooking } from "./state";

interface Change {
  request: SandboxRequest;
  booking: CalcomBooking;
}

/** Who did not come, once it has begun. Of a host that stayed away nobody is told. */
export async function markAbsent(
  sandbox: Sandbox,
  { request, booking, absent }: Change & { absent: z.output<typeof markAbsentInput> },
): Promise<CalcomBooking> {
  if (booking.startMs > sandbox.now().getTime()) {
    const message = `Bookings can only be marked as absent after their start time has passed.`;
    throw new Refused(frameworkError(request, 400, message));
  }
  const { email, name } = booking.attendee;
  const attendee = absent.attendees?.find((each) => each.email === email);
  if (absent.attendees?.length && !attendee) throw new Refused(frameworkError(request, 404, "Attendee not found"));
  if (absent.host !== undefined) booking.absentHost = absent.host;
  if (attendee) booking.absentAttendee = attendee.absent;
  booking.updatedAt = sandbox.now();
  if (attendee) {
    const attendees = [{ email, noShow: attendee.absent }];
    const message = attendee.absent ? `${name} marked as no-show` : `${name} unmarked as no-show`;
    const trigger = "BOOKING_NO_SHOW_UPDATED";
    const payload = { message, bookingUid: booking.uid, bookingId: booking.id, attendees };
    const envelope = () => ({ triggerEvent: trigger, createdAt: sandbox.now().toISOString(), payload });
    await tellSubscribers(sandbox, { trigger, about: booking, envelope });
  }
  return booking;
}

/** Another host of a type that takes turns: the uid stays, and no webhook says so. */
export function reassignBooking(
  { calcom, now }: Sandbox,
  { request, booking, userId, reason }: Change & { userId?: number; reason?: string | undefined },
) {
  const eventType = calcom.eventTypes.get(booking.eventTypeId);
  const refuse = (message: string) => new Refused(frameworkError(request, 400, message));
  if (eventType?.team?.schedulingType !== "roundRobin") {
    throw refuse(`Booking with uid=${booking.uid} is not a round robin booking.`);
  }
  const hosts = eventType.team.hosts.filter((host) =>
    userId ? host.userId === userId : host.userId !== booking.hostId,
  );
  const wanted = { from: booking.startMs, until: booking.endMs };
  const team = { ...eventType.team, hosts };
  const hostId = freeHost(calcom, { eventType: { ...eventType, team }, wanted, exceptUid: booking.uid });
  if (hostId === null) throw refuse("No available users found at this time.");
  Object.assign(booking, { hostId, updatedAt: now() });
  const { name = "", email = "" } = calcom.users.get(hostId) ?? {};
  return { bookingUid: booking.uid, reassignedTo: { id: hostId, name, email, displayEmail: email }, reason };
}
