import { bookingAnswer, bookingsAnswer, type CalcomBooking } from "./calcom-answers";
import type { CalcomHttp } from "./calcom-http";
import type { UnreadableBooking } from "./calcom-odd-rows";

const BOOKINGS = "2024-08-13";
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

export interface BookingList {
  bookings: CalcomBooking[];
  unreadable: UnreadableBooking[];
}

export function bookingCalls(http: CalcomHttp) {
  const write = (path: string, body: Record<string, unknown>) =>
    http.write({ path: `/bookings${path}`, version: BOOKINGS, method: "POST", body, answer: bookingAnswer });
  const change = (uid: string, what: string, body: Record<string, unknown>) =>
    write(`/${encodeURIComponent(uid)}/${what}`, body);

  return {
    createBooking: ({ eventTypeId, startsAt, lengthMinutes, attendee, metadata }: NewBooking): Promise<CalcomBooking> =>
      write("", {
        eventTypeId,
        start: startsAt.toISOString(),
        ...(lengthMinutes ? { lengthInMinutes: lengthMinutes } : {}),
        attendee,
        metadata,
      }),
    getBooking: (uid: string): Promise<CalcomBooking> =>
      http.read({ path: `/bookings/${encodeURIComponent(uid)}`, version: BOOKINGS, answer: bookingAnswer }),
    /** Bookings of any status; the count that comes with a page can't be trusted, a short page is the last. */
    async listBookings({ eventTypeIds, afterStart, beforeEnd }: BookingWindow): Promise<BookingList> {
      const found = new Map<string, CalcomBooking>();
      const unreadable: UnreadableBooking[] = [];
      for (let skip = 0; ; skip += PAGE) {
        const query = {
          eventTypeIds: eventTypeIds.join(","),
          afterStart: afterStart.toISOString(),
          beforeEnd: beforeEnd.toISOString(),
          take: String(PAGE),
          skip: String(skip),
        };
        const page = await http.read({ path: "/bookings", version: BOOKINGS, query, answer: bookingsAnswer });
        for (const one of page.bookings) found.set(one.uid, one);
        unreadable.push(...page.unreadable);
        if (page.count < PAGE) return { bookings: [...found.values()], unreadable };
      }
    },
    /** Answers with a new booking; the old uid is cancelled and points to it. */
    rescheduleBooking: ({ uid, startsAt, reason }: { uid: string; startsAt: Date; reason: string }) =>
      change(uid, "reschedule", { start: startsAt.toISOString(), reschedulingReason: reason }),
    /** A host, as our key is, must give a reason. */
    cancelBooking: ({ uid, reason }: { uid: string; reason: string }) =>
      change(uid, "cancel", { cancellationReason: reason }),
    confirmBooking: (uid: string) => change(uid, "confirm", {}),
    /** Known by the address that stands there, be it one that was made up. */
    markAttendance: ({ uid, email, isAbsent }: { uid: string; email: string; isAbsent: boolean }) =>
      change(uid, "mark-absent", { attendees: [{ email, absent: isAbsent }] }),
    declineBooking: ({ uid, reason }: { uid: string; reason: string }) => change(uid, "decline", { reason }),
  };
}
