import { z } from "zod";
import { instant } from "@/server/core/time";
import type { BookingCopy } from "../schema";
import { wholeNumber } from "./calcom-fields";
import { toUnreadable } from "./calcom-odd-rows";
import { rowsAnswer } from "./calcom-rows";

const host = z.looseObject({ id: wholeNumber, name: z.string().nullish() });
const attendee = z.looseObject({
  name: z.string().nullish(),
  email: z.string().nullish(),
  phoneNumber: z.string().nullish(),
  timeZone: z.string().nullish(),
  language: z.string().nullish().catch(null),
  absent: z.boolean().nullish().catch(null),
});

/** Only what we use is asked for; anything may be added over there. */
const booking = z
  .looseObject({
    uid: z.string().min(1),
    id: z.int().nullish().catch(null),
    status: z.string(),
    start: instant,
    end: instant,
    eventTypeId: wholeNumber,
    eventType: z.looseObject({ id: wholeNumber }).nullish().catch(null),
    metadata: z.record(z.string(), z.unknown()).nullish().catch(null),
    rescheduledFromUid: z.string().nullish(),
    rescheduledToUid: z.string().nullish(),
    title: z.string().nullish(),
    updatedAt: instant.nullish().catch(null),
    cancellationReason: z.string().nullish(),
    hosts: z.array(host).nullish().catch(null),
    attendees: z.array(attendee).nullish().catch(null),
  })
  .refine(({ start, end }) => start < end, { path: ["end"], error: "not after the start" })
  .transform((raw) => ({
    uid: raw.uid,
    id: raw.id ?? null,
    status: raw.status,
    startsAt: raw.start,
    endsAt: raw.end,
    eventTypeId: raw.eventType?.id ?? raw.eventTypeId ?? null,
    metadata: raw.metadata ?? {},
    rescheduledFromUid: raw.rescheduledFromUid ?? null,
    rescheduledToUid: raw.rescheduledToUid ?? null,
    title: raw.title ?? null,
    changedAt: raw.updatedAt ?? null,
    reason: raw.cancellationReason ?? null,
    host: toHost(raw.hosts?.[0]),
    attendee: toAttendee(raw.attendees?.[0]),
    /** By which they are known over there, also one that was made up. */
    attendeeEmail: raw.attendees?.[0]?.email ?? null,
    /** Whoever booked it did not come. */
    isAbsent: raw.attendees?.[0]?.absent === true,
  }));
export type CalcomBooking = z.infer<typeof booking>;

function toHost(raw: z.infer<typeof host> | undefined): BookingCopy["host"] {
  return raw ? { id: raw.id ?? null, name: raw.name ?? "" } : null;
}

/** Whoever gave no address has one that was made up over there. */
const INVENTED = /@sms[.]cal[.](com|eu)$/i;

function toAttendee(raw: z.infer<typeof attendee> | undefined): BookingCopy["attendee"] {
  if (!raw) return null;
  const email = raw.email && !INVENTED.test(raw.email) ? raw.email : null;
  const { name, phoneNumber: phone, timeZone, language } = raw;
  const rest = { phone: phone || null, timeZone: timeZone || null, language: language || null };
  return { name: name?.trim() ?? "", email, ...rest };
}

/** What is kept of a booking. */
export function toCopy(booking: CalcomBooking): BookingCopy {
  const { uid, id: bookingId, eventTypeId, startsAt, endsAt, status, changedAt, title, host, attendee } = booking;
  return { uid, bookingId, eventTypeId, startsAt, endsAt, status, changedAt, title, host, attendee };
}

/** A recurring series answers with a list; its first booking is the one that was asked for. */
export const bookingAnswer = z
  .looseObject({ data: z.union([booking, z.array(booking).min(1)]) })
  .transform(({ data }) => (Array.isArray(data) ? (data[0] as CalcomBooking) : data));

export const bookingsAnswer = rowsAnswer(booking).transform(({ rows, unreadable }) => ({
  count: rows.length + unreadable.length,
  bookings: rows,
  unreadable: unreadable.map(toUnreadable),
}));
