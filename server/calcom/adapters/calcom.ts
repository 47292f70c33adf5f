import { bookingAnswer, bookingsAnswer, type CalcomBooking, meAnswer } from "./calcom-answers";
import { type CalcomAccess, createCalcomHttp } from "./calcom-http";

const BOOKINGS = "2024-08-13";
const ANY = "2024-08-13";
const PAGE = 250;

export interface NewBooking {
  eventTypeId: number;
  startsAt: Date;
  /** Only where it is not the type's own length; types without a choice of lengths refuse it. */
  lengthMinutes?: number | undefined;
  attendee: {
    name: string;
    timeZone: string;
    language: string;
    email?: string | undefined;
    phoneNumber?: string | undefined;
  };
  /** Kept over moves and never changed; a value that is no string makes all of it unreadable. */
  metadata: Record<string, string>;
}

export interface BookingWindow {
  eventTypeIds: number[];
  afterStart: Date;
  beforeEnd: Date;
}

/** Cal.com's API v2 with one company's key. Every failure is a CalcomError. */
export function createCalcom(access: CalcomAccess) {
  const http = createCalcomHttp(access);
  const booking = (path: string, body: Record<string, unknown>) =>
    http.write({ path: `/bookings${path}`, version: BOOKINGS, body, answer: bookingAnswer });

  return {
    quota: http.quota,
    /** Whose key it is. */
    me: () => http.read({ path: "/me", version: ANY, answer: meAnswer }),
    createBooking: ({ eventTypeId, startsAt, lengthMinutes, attendee, metadata }: NewBooking): Promise<CalcomBooking> =>
      booking("", {
        eventTypeId,
        start: startsAt.toISOString(),
        ...(lengthMinutes ? { lengthInMinutes: lengthMinutes } : {}),
        attendee,
        metadata,
      }),
    getBooking: (uid: string): Promise<CalcomBooking> =>
      http.read({ path: `/bookings/${encodeURIComponent(uid)}`, version: BOOKINGS, answer: bookingAnswer }),
    /** Bookings of any status; the count that comes with a page can't be trusted, a short page is the last. */
    async listBookings({ eventTypeIds, afterStart, beforeEnd }: BookingWindow): Promise<CalcomBooking[]> {
      const found = new Map<string, CalcomBooking>();
      for (let skip = 0; ; skip += PAGE) {
        const query = {
          eventTypeIds: eventTypeIds.join(","),
          afterStart: afterStart.toISOString(),
          beforeEnd: beforeEnd.toISOString(),
          take: String(PAGE),
          skip: String(skip),
        };
        const page = await http.read({ path: "/bookings", version: BOOKINGS, query, answer: bookingsAnswer });
        for (const one of page) found.set(one.uid, one);
        if (page.length < PAGE) return [...found.values()];
      }
    },
    /** Answers with a new booking; the old uid is cancelled and points to it. */
    rescheduleBooking: ({ uid, startsAt, reason }: { uid: string; startsAt: Date; reason: string }) =>
      booking(`/${encodeURIComponent(uid)}/reschedule`, { start: startsAt.toISOString(), reschedulingReason: reason }),
    /** A host, as our key is, must give a reason. */
    cancelBooking: ({ uid, reason }: { uid: string; reason: string }) =>
      booking(`/${encodeURIComponent(uid)}/cancel`, { cancellationReason: reason }),
  };
}

export type Calcom = ReturnType<typeof createCalcom>;
