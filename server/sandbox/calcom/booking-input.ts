import { z } from "zod";
import { zoneId } from "@/server/core/time";

const metadata = z
  .record(z.string().max(40), z.string().max(500))
  .refine((entries) => Object.keys(entries).length <= 50, "at most 50 keys")
  .refine((entries) => !("videoCallUrl" in entries), "videoCallUrl is reserved");

const start = z.iso.datetime({ offset: true });

/** Bookings refuse what they don't know, at every level; other resources drop it in silence. */
export const createBookingInput = z
  .strictObject({
    start,
    attendee: z.strictObject({
      name: z.string().min(1),
      timeZone: zoneId,
      email: z.email().optional(),
      phoneNumber: z
        .string()
        .regex(/^\+[1-9]\d{6,14}$/, "must be a valid phone number in international format")
        .optional(),
      language: z.string().optional(),
    }),
    eventTypeId: z.number().int().optional(),
    eventTypeSlug: z.string().optional(),
    username: z.string().optional(),
    lengthInMinutes: z.number().int().positive().optional(),
    guests: z.array(z.email()).optional(),
    location: z.looseObject({ type: z.string() }).optional(),
    meetingUrl: z.url().optional(),
    bookingFieldsResponses: z.record(z.string(), z.unknown()).optional(),
    metadata: metadata.optional(),
    emailVerificationCode: z.string().optional(),
    routing: z.record(z.string(), z.unknown()).optional(),
  })
  .refine(({ attendee }) => attendee.email || attendee.phoneNumber, "attendee email or phoneNumber is required");
export type CreateBookingInput = z.infer<typeof createBookingInput>;

export const rescheduleBookingInput = z.strictObject({
  start,
  rescheduledBy: z.string().optional(),
  reschedulingReason: z.string().optional(),
  emailVerificationCode: z.string().optional(),
});

export const cancelBookingInput = z.strictObject({
  cancellationReason: z.string().optional(),
  cancelSubsequentBookings: z.boolean().optional(),
});

export const declineBookingInput = z.strictObject({ reason: z.string().optional() });

export const markAbsentInput = z.strictObject({
  host: z.boolean().optional(),
  attendees: z.array(z.strictObject({ email: z.string(), absent: z.boolean() })).optional(),
});

const order = z.enum(["asc", "desc"]).optional();
const moment = z.iso.datetime({ offset: true }).or(z.iso.date()).optional();
const numbers = z
  .string()
  .regex(/^\d+(,\d+)*$/)
  .optional();

export const listBookingsQuery = z.strictObject({
  status: z.string().optional(),
  attendeeEmail: z.string().optional(),
  attendeeName: z.string().optional(),
  bookingUid: z.string().optional(),
  eventTypeIds: numbers,
  eventTypeId: numbers,
  teamId: numbers,
  teamsIds: numbers,
  afterStart: moment,
  beforeEnd: moment,
  afterCreatedAt: moment,
  beforeCreatedAt: moment,
  afterUpdatedAt: moment,
  beforeUpdatedAt: moment,
  sortStart: order,
  sortEnd: order,
  sortCreated: order,
  sortUpdatedAt: order,
  take: z.coerce.number().int().min(1).max(250).default(100),
  skip: z.coerce.number().int().min(0).default(0),
});
export type ListBookingsQuery = z.infer<typeof listBookingsQuery>;
