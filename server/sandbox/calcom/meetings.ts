import { DAY } from "@/server/core/time";
import type { Sandbox } from "../sandbox";
import { tellSubscribers } from "./announce";
import type { CalcomBooking, CalcomState } from "./state";

/** What began or ended since last time, each told at most once, and not at all when it is more than a day ago. */
export async function tellOfMeetings(sandbox: Sandbox): Promise<void> {
  const { calcom } = sandbox;
  const now = sandbox.now().getTime();
  for (const booking of [...calcom.bookings.values()]) {
    for (const [trigger, at] of momentsOf(booking)) {
      const key = `${booking.uid} ${trigger}`;
      if (at > now || booking.status !== "accepted" || calcom.told.has(key)) continue;
      calcom.told.add(key);
      if (now - at > DAY) continue;
      await tellSubscribers(sandbox, {
        trigger,
        about: booking,
        envelope: () => flatPayload(calcom, booking, trigger),
      });
    }
  }
}

const momentsOf = ({ startMs, endMs }: CalcomBooking) =>
  [
    ["MEETING_STARTED", startMs],
    ["MEETING_ENDED", endMs],
  ] as const;

/** The row itself instead of an envelope around a payload; `createdAt` is the booking's. */
function flatPayload(calcom: CalcomState, booking: CalcomBooking, triggerEvent: string) {
  const { id, uid, hostId, eventTypeId, title, attendee, metadata, responses } = booking;
  const host = calcom.users.get(hostId);
  const { name, email, timeZone, phoneNumber = null, language } = attendee;
  return {
    triggerEvent,
    id,
    uid,
    userId: hostId,
    eventTypeId,
    title,
    description: "",
    startTime: new Date(booking.startMs).toISOString(),
    endTime: new Date(booking.endMs).toISOString(),
    createdAt: booking.createdAt.toISOString(),
    updatedAt: booking.updatedAt.toISOString(),
    status: "ACCEPTED",
    metadata,
    responses,
    attendees: [
      {
        id,
        email,
        name,
        timeZone,
        phoneNumber,
        locale: language,
        bookingId: id,
        noShow: booking.absentAttendee ?? false,
      },
    ],
    user: { email: host?.email, name: host?.name, timeZone: host?.timeZone, username: host?.username },
    references: [],
    payment: [],
    fromReschedule: booking.rescheduledFromUid ?? null,
    idempotencyKey: null,
  };
}
