import { z } from "zod";
import { localDate, zoneId } from "@/server/core/time";
import {
  exceptionKind,
  findFreeSlotsInput,
  followingServices,
  freeSlot,
  unbookableReason,
  wishedService,
} from "../schema";

/** What may be wanted beyond one service: others after it, by one person or several, within how much waiting. */
const together = {
  followedBy: followingServices,
  sameStaff: z.boolean().optional(),
  maxWaitMinutes: z.int().min(0).max(240).optional(),
};

export const findChainSlotsInput = findFreeSlotsInput.safeExtend(together);
export type FindChainSlotsInput = z.infer<typeof findChainSlotsInput>;

/** The shape that the API promised literally (`/availability/composite`). */
export const findCompositeSlotsInput = z.object({
  date: localDate,
  services: z
    .array(
      z.object({
        serviceId: wishedService.shape.serviceId,
        /** In minutes, instead of the service's own. */
        duration: wishedService.shape.durationMinutes,
        /** Without it, the person of the request, or anybody. */
        staffId: wishedService.shape.staffId,
      }),
    )
    .min(1)
    .max(8),
  /** One person for all of it. */
  staffId: z.uuid().nullish(),
  branchId: z.uuid().optional(),
  /** One and the same person for all of it, whoever that is. */
  sameStaff: together.sameStaff,
  maxWaitMinutes: together.maxWaitMinutes,
  /** In whose clock the day begins and the answer speaks; the branch's unless told otherwise. */
  timezone: zoneId.optional(),
});
export type FindCompositeSlotsInput = z.infer<typeof findCompositeSlotsInput>;

export const compositeSlots = z.object({
  available: z.boolean(),
  /** Minutes from the first service's start to the last one's end, the shortest of the day. */
  totalDuration: z.int(),
  reason: unbookableReason.nullable(),
  slots: z.array(
    z.object({
      start: z.string(),
      end: z.string(),
      /** The same instant with its offset, as a booking takes it. */
      startsAt: z.string(),
      priceCents: z.int(),
      segments: z.array(
        z.object({
          serviceId: z.uuid(),
          name: z.string(),
          start: z.string(),
          end: z.string(),
          startsAt: z.string(),
          staffId: z.uuid(),
        }),
      ),
    }),
  ),
});
export type CompositeSlots = z.infer<typeof compositeSlots>;

export const explainSlotInput = z.object({
  branchId: z.uuid(),
  serviceId: z.uuid(),
  staffId: z.uuid().nullish(),
  durationMinutes: wishedService.shape.durationMinutes,
  ...together,
  partySize: z.int().min(1).max(100).optional(),
  startsAt: findFreeSlotsInput.shape.from,
  movingAppointmentId: z.uuid().nullish(),
  /** As it is for whoever books outside the working hours: between the starts of the grid too. */
  ignoresWorkingHours: z.boolean().optional(),
});
export type ExplainSlotInput = z.infer<typeof explainSlotInput>;

export const listClosedStartsInput = explainSlotInput
  .omit({ startsAt: true, ignoresWorkingHours: true })
  .extend({ date: localDate });
export type ListClosedStartsInput = z.infer<typeof listClosedStartsInput>;

export const closedStarts = z.object({ starts: z.array(z.date()), timezone: z.string() });
export type ClosedStarts = z.infer<typeof closedStarts>;

/** The numbers behind a reason, as far as it has any. */
const slotFacts = z.object({
  minNoticeMinutes: z.int().optional(),
  /** The first start that keeps the notice. */
  earliestStartsAt: z.date().optional(),
  maxHorizonDays: z.int().optional(),
  /** The last day that may be booked. */
  lastDate: localDate.optional(),
  maxPerDay: z.int().optional(),
  bookedThatDay: z.int().optional(),
  /** When the branch is open on that day, by its clock. */
  openHours: z.array(z.object({ start: z.string(), end: z.string() })).optional(),
  neededMinutes: z.int().optional(),
  slotIntervalMinutes: z.int().optional(),
  /** Everybody who does it, and how many of them are taken then. */
  staffCount: z.int().optional(),
  busyStaffCount: z.int().optional(),
  capacity: z.int().optional(),
  placesLeft: z.int().optional(),
});

/** Whose rule or whose time stands in the way: what it belongs to, and what of it. */
export const slotOrigin = z.object({
  kind: z.enum(["staff", "service", "resource", "branch", "company", "holiday", "session"]),
  id: z.uuid().nullable(),
  name: z.string(),
  /** Also a message key. */
  rule: z.enum([
    ...(["absence", "hours", "taken", "offer", "closure", "holiday", "grid", "places", "sessions"] as const),
    ...(["daily_limit", "working_limit", "booking_policy", "booking_terms"] as const),
  ]),
  /** Only for whoever may see absences. */
  exceptionKind: exceptionKind.nullable(),
  until: z.date().nullable(),
  /** What holds on that day, by the branch's clock. */
  hours: z.array(z.object({ start: z.string(), end: z.string() })).nullable(),
});
export type SlotOrigin = z.infer<typeof slotOrigin>;

export type SlotFacts = z.infer<typeof slotFacts>;

export const explainedSlot = z.object({
  isFree: z.boolean(),
  /** What would be booked: with whom, until when. */
  slot: freeSlot.nullable(),
  /** Null when it is free. */
  reason: unbookableReason.nullable(),
  facts: slotFacts,
  origins: z.array(slotOrigin),
  /** The nearest starts that are free. */
  alternatives: z.array(z.date()),
  timezone: z.string(),
});
export type ExplainedSlot = z.infer<typeof explainedSlot>;
