import { z } from "zod";
import { followingServices, wishedService } from "@/server/availability/schema";
import { instant } from "@/server/core/time";
import { againstPolicy, calcomSyncStatus } from "../schema";

/** Shapes that the API promised literally (`/bookings`), over the same commands as everything else. */
export const createBookingInput = z.object({
  customerId: z.uuid(),
  serviceId: z.uuid(),
  /** Without it, anybody who is free. */
  staffId: z.uuid().nullish(),
  branchId: z.uuid(),
  startsAt: instant,
  durationMinutes: wishedService.shape.durationMinutes,
  /** The services that come after it in the same visit. */
  followedBy: followingServices,
  /** One person does all of it. */
  sameStaff: z.boolean().optional(),
  /** How long the customer may wait between two services. */
  maxWaitMinutes: z.int().min(0).max(240).optional(),
  /** A session of a group class, where several begin at that time. */
  classSessionId: z.uuid().nullish(),
  /** Places in a group class. */
  partySize: z.int().min(1).max(100).optional(),
  /** Through which of the caller's own doors the customer came. */
  source: z.enum(["api", "web", "app", "import"]).default("api"),
  notes: z.string().trim().max(2000).nullish(),
  /** Whoever may decide against a policy asks for no deposit, and says why. */
  waivesDeposit: z.boolean().optional(),
  ...againstPolicy,
});
export type CreateBookingInput = z.infer<typeof createBookingInput>;

export const previewBookingInput = createBookingInput.pick({
  customerId: true,
  branchId: true,
  serviceId: true,
  staffId: true,
});
export type PreviewBookingInput = z.infer<typeof previewBookingInput>;

/** What the rules say to a booking, before it is made. */
export const bookingPreview = z.object({
  /** Why it would be refused, unless somebody with the right to it decides against the rule. */
  refusal: z.object({ code: z.string(), reason: z.string() }).nullable(),
  /** What would be asked beforehand, an amount or a share of the price; null for nothing. */
  deposit: z.object({ cents: z.int().nullable(), percent: z.number().nullable() }).nullable(),
});
export type BookingPreview = z.infer<typeof bookingPreview>;

export const createdBooking = z.object({
  success: z.literal(true),
  appointmentId: z.uuid(),
  /** Null until the calendar has it. */
  calcomBookingId: z.string().nullable(),
  calcomSyncStatus,
  /** A confirmation is queued, for somebody who can be reached. */
  confirmationSent: z.boolean(),
});
export type CreatedBooking = z.infer<typeof createdBooking>;

export const rescheduleBookingInput = z.object({
  appointmentId: z.uuid(),
  newStartsAt: instant,
  reason: z.string().trim().max(500).nullish(),
  /** The policy's warning was read and accepted. */
  isConfirmed: z.boolean().default(false),
  ...againstPolicy,
  version: z.int().optional(),
});
export type RescheduleBookingInput = z.infer<typeof rescheduleBookingInput>;

export const policyCheck = z.enum(["passed", "warning", "violation"]);

export const rescheduledBooking = z.object({
  success: z.literal(true),
  appointmentId: z.uuid(),
  /** By the clock of the branch, with its offset. */
  oldTime: z.string(),
  newTime: z.string(),
  policyCheck,
});
export type RescheduledBooking = z.infer<typeof rescheduledBooking>;

export const cancelBookingInput = z.object({
  appointmentId: z.uuid(),
  reason: z.string().trim().max(500).nullish(),
  notifyCustomer: z.boolean().default(true),
  isConfirmed: z.boolean().default(false),
  ...againstPolicy,
  version: z.int().optional(),
});
export type CancelBookingInput = z.infer<typeof cancelBookingInput>;

export const cancelledBooking = z.object({
  success: z.literal(true),
  /** Of what was paid beforehand something goes back. */
  refundEligible: z.boolean(),
  policyViolation: z.boolean(),
  /** In cents. */
  cancellationFee: z.int(),
});
export type CancelledBooking = z.infer<typeof cancelledBooking>;
