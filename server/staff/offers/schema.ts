import { z } from "zod";

const terms = {
  staffId: z.uuid(),
  /** Null is the service's own. */
  durationMinutes: z.int().min(1).max(1440).nullable().default(null),
  priceCents: z.int().min(0).max(10_000_000).nullable().default(null),
  /** From 1, still learning, to 5, the one to ask for. */
  proficiency: z.int().min(1).max(5).default(3),
};

/** Who does the service, in place of whom it was before; people whom the reader doesn't see stay as they are. */
export const setServiceStaffInput = z.object({
  serviceId: z.uuid(),
  version: z.int().optional(),
  people: z.array(z.object(terms)).max(500),
});
export type SetServiceStaffInput = z.infer<typeof setServiceStaffInput>;

export const listServiceStaffInput = z.object({ serviceId: z.uuid() });

/** Somebody who could do it, and on which terms if they do. */
export const serviceStaffView = z.object({
  staffId: z.uuid(),
  name: z.string(),
  colour: z.string(),
  isBookable: z.boolean(),
  skills: z.array(z.string()),
  terms: z
    .object({ durationMinutes: z.int().nullable(), priceCents: z.int().nullable(), proficiency: z.int() })
    .nullable(),
});
export type ServiceStaffView = z.infer<typeof serviceStaffView>;
