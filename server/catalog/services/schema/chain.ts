import { z } from "zod";
import { MAX_CHAIN_MINUTES, occupiesNobody, totalMinutes } from "../rules/chain";
import { serviceMinutes } from "./service";

export const segmentStaffMode = z.enum(["same", "any", "specific"]);
export type SegmentStaffMode = z.infer<typeof segmentStaffMode>;
export const resourceType = z.enum(["room", "equipment", "vehicle", "other"]);
export type ResourceType = z.infer<typeof resourceType>;

const gap = z.int().min(0).max(1440);

/** One link of a composite service. */
export const segment = z
  .object({
    name: z.string().trim().min(1).max(80),
    durationMinutes: serviceMinutes,
    /** How long the customer waits afterwards; after the last one it means nothing. */
    gapAfterMinMinutes: gap.default(0),
    gapAfterMaxMinutes: gap.default(0),
    /** What its person must offer; without it, the composite service itself. */
    serviceId: z.uuid().nullish(),
    staffMode: segmentStaffMode.default("same"),
    /** With `specific`, and only then. */
    staffId: z.uuid().nullish(),
    /** Nobody is busy meanwhile: colour that takes effect. */
    isStaffFree: z.boolean().default(false),
    resourceType: resourceType.nullish(),
  })
  .refine(({ staffMode, staffId }) => (staffMode === "specific") === Boolean(staffId), {
    path: ["staffId"],
    error: "segment_needs_person",
  })
  .refine(({ gapAfterMinMinutes, gapAfterMaxMinutes }) => gapAfterMaxMinutes >= gapAfterMinMinutes, {
    path: ["gapAfterMaxMinutes"],
    error: "gap_ends_before_it_begins",
  });
export type Segment = z.infer<typeof segment>;

export const segments = z
  .array(segment)
  .max(20)
  .refine((chain) => !occupiesNobody(chain), "chain_occupies_nobody")
  .refine((chain) => totalMinutes(chain).longest <= MAX_CHAIN_MINUTES, "chain_too_long");

/** Puts the whole chain in the place of the one before; an empty one makes the service simple again. */
export const setSegmentsInput = z.object({ serviceId: z.uuid(), version: z.int().optional(), segments });
export type SetSegmentsInput = z.infer<typeof setSegmentsInput>;

export const segmentView = z.object({
  position: z.int(),
  name: z.string(),
  durationMinutes: z.int(),
  gapAfterMinMinutes: z.int(),
  gapAfterMaxMinutes: z.int(),
  serviceId: z.uuid().nullable(),
  staffMode: segmentStaffMode,
  staffId: z.uuid().nullable(),
  isStaffFree: z.boolean(),
  resourceType: resourceType.nullable(),
});
export type SegmentView = z.infer<typeof segmentView>;
