import { z } from "zod";
import { DAY, instant, localDate, localTime, zoneId } from "@/server/core/time";

export type { SlotMode, StaffStrategy } from "@/server/tenancy/scheduling/schema";

/** Why a day differs from the weekly hours; everything but `special_hours` takes time away. */
export const exceptionKind = z.enum(["closed", "special_hours", "vacation", "sick", "training", "blocked"]);
export type ExceptionKind = z.infer<typeof exceptionKind>;

export const resourceType = z.enum(["room", "equipment", "vehicle", "other"]);
export type ResourceType = z.infer<typeof resourceType>;

/** Who does a segment of a composite service: whoever did the one before, anybody who offers it, or one person. */
export const segmentStaffMode = z.enum(["same", "any", "specific"]);
export type SegmentStaffMode = z.infer<typeof segmentStaffMode>;

/** So many people beside the one who is booked: of these, of those with this skill, or anybody of the branch. */
export const staffRequirement = z.object({
  count: z.int().min(1).max(10),
  staffIds: z.array(z.uuid()).max(50).nullish(),
  skill: z.string().trim().min(1).max(50).nullish(),
});
export type StaffRequirement = z.infer<typeof staffRequirement>;

/** Why nothing can start in the asked time; each is also a message key. */
export const unbookableReason = z.enum([
  "empty_range",
  "in_the_past",
  "beyond_horizon",
  "nobody_offers_it",
  "staff_does_not_offer_it",
  "closed",
  "holiday",
  "staff_absent",
  "does_not_fit",
  "fully_booked",
  "daily_limit_reached",
  "too_short_notice",
  "resource_taken",
  "further_staff_busy",
  "chain_does_not_fit",
  "working_time_limit_reached",
  "class_full",
  "no_session",
  "off_grid",
  "too_complex",
]);
export type UnbookableReason = z.infer<typeof unbookableReason>;

/** A wall time that ends something: midnight at the end of the day is `24:00`. */
export const endTime = z.union([localTime, z.literal("24:00")]);

/** What `special_hours` put in the place of the weekly hours, on every day they touch. */
export const specialHours = z.array(
  z.object({
    startTime: localTime,
    endTime,
    breakStart: localTime.nullish(),
    breakEnd: endTime.nullish(),
  }),
);
export type SpecialHours = z.infer<typeof specialHours>;

/** One stretch of an offered slot, as the engine gave it. */
const heldSegment = z.object({
  position: z.int(),
  part: z.int(),
  serviceId: z.uuid(),
  name: z.string().nullable(),
  staffId: z.uuid(),
  startsAt: z.number(),
  endsAt: z.number(),
  blockedFrom: z.number(),
  blockedUntil: z.number(),
  occupiesStaff: z.boolean(),
  furtherStaffIds: z.array(z.uuid()),
  resources: z.array(z.object({ resourceId: z.uuid(), quantity: z.int() })),
});

/** A service that is wanted together with others, in their order. */
export const wishedService = z.object({
  serviceId: z.uuid(),
  /** Without it, anybody who is free. */
  staffId: z.uuid().nullish(),
  /** Instead of the service's own; one that consists of segments keeps its own. */
  durationMinutes: z.int().min(5).max(1440).nullish(),
});
export type WishedService = z.infer<typeof wishedService>;

/** The services that follow the first one in the same visit. */
export const followingServices = z.array(wishedService).max(7).nullish();

/** What a hold keeps for a caller: enough to book exactly what was offered. */
export const holdOffer = z.object({
  /** The opaque id that the agent repeats. */
  slotId: z.string(),
  /** The offer's number within the hold. */
  position: z.int(),
  branchId: z.uuid(),
  serviceId: z.uuid(),
  followedBy: followingServices,
  staffId: z.uuid(),
  startsAt: z.number(),
  endsAt: z.number(),
  blockedFrom: z.number(),
  blockedUntil: z.number(),
  priceCents: z.int(),
  segments: z.array(heldSegment).min(1),
  session: z.object({ id: z.uuid(), placesLeft: z.int() }).optional(),
  partySize: z.int().default(1),
});
export type HoldOffer = z.infer<typeof holdOffer>;
export const holdOffers = z.array(holdOffer);

/** How long a slot stays with a caller who is deciding, in seconds. */
export const HOLD_SECONDS = 120;

export const findFreeSlotsInput = z
  .object({
    branchId: z.uuid(),
    serviceId: z.uuid(),
    staffId: z.uuid().nullish(),
    from: instant,
    until: instant,
    durationMinutes: z.int().min(5).max(1440).nullish(),
    /** Places in a group class. */
    partySize: z.int().min(1).max(100).optional(),
    /** The appointment that is to move: its own time counts as free. */
    movingAppointmentId: z.uuid().nullish(),
    /** In whose clock `start` and `end` are told; the branch's unless told otherwise. */
    timezone: zoneId.optional(),
  })
  .refine(({ from, until }) => until > from, { path: ["until"], message: "ends_before_start" })
  .refine(({ from, until }) => until.getTime() - from.getTime() <= 62 * DAY, {
    path: ["until"],
    message: "range_too_long",
  });
export type FindFreeSlotsInput = z.infer<typeof findFreeSlotsInput> & {
  callId?: string;
  preferredStaffId?: string | null;
};

export const freeSlot = z.object({
  startsAt: z.date(),
  endsAt: z.date(),
  staffId: z.uuid(),
  staffName: z.string(),
  priceCents: z.int(),
  /** The same instants by the clock that was asked for, with its offset. */
  start: z.string(),
  end: z.string(),
  /** Who does what when; none for a simple service, which is all in one. */
  segments: z.array(
    z.object({
      serviceId: z.uuid(),
      name: z.string(),
      staffId: z.uuid(),
      staffName: z.string(),
      startsAt: z.date(),
      endsAt: z.date(),
      /** Whether the person is taken meanwhile. */
      occupiesStaff: z.boolean(),
    }),
  ),
  /** The rooms and devices that it takes. */
  resources: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** A session of a group class. */
  session: z.object({ id: z.uuid(), placesLeft: z.int() }).nullable(),
});
export type FreeSlot = z.infer<typeof freeSlot>;

export const freeSlots = z.object({
  slots: z.array(freeSlot),
  reason: unbookableReason.nullable(),
  timezone: z.string(),
});
export type FreeSlots = z.infer<typeof freeSlots>;

/** The shape that the API promised literally (`/availability/simple`). */
export const findDaySlotsInput = z.object({
  date: localDate,
  serviceId: z.uuid(),
  staffId: z.uuid().nullish(),
  durationMinutes: z.int().min(5).max(1440).nullish(),
  branchId: z.uuid().optional(),
  /** Places in a group class. */
  partySize: z.int().min(1).max(100).optional(),
  /** In whose clock the day begins and the answer speaks; the branch's unless told otherwise. */
  timezone: zoneId.optional(),
});
export type FindDaySlotsInput = z.infer<typeof findDaySlotsInput>;

export const daySlots = z.object({
  available: z.boolean(),
  /** Why there are none. */
  reason: unbookableReason.nullable(),
  currency: z.string(),
  slots: z.array(
    z.object({
      /** By the clock of the branch, or of the zone that was asked for. */
      start: localTime,
      end: endTime,
      /** The same instant with its offset, as a booking takes it. */
      startsAt: z.string(),
      staffId: z.uuid(),
      priceCents: z.int(),
    }),
  ),
});
export type DaySlots = z.infer<typeof daySlots>;
