import { z } from "zod";
import { resourceType } from "./chain";
import { serviceCents, serviceMinutes } from "./service";

/** How a branch offers a service; null is the service's own. */
const branchOffer = z.object({
  branchId: z.uuid(),
  isActive: z.boolean(),
  priceCents: serviceCents.nullable().default(null),
  durationMinutes: serviceMinutes.nullable().default(null),
});
export type BranchOffer = z.infer<typeof branchOffer>;

/** Only the branches that are named change. */
export const setServiceBranchesInput = z.object({
  serviceId: z.uuid(),
  version: z.int().optional(),
  branches: z.array(branchOffer).max(200),
});
export type SetServiceBranchesInput = z.infer<typeof setServiceBranchesInput>;

/** A resource by itself, any of a group, or any of a kind: exactly one of the three. */
export const resourceNeed = z
  .object({
    resourceId: z.uuid().nullish(),
    groupId: z.uuid().nullish(),
    type: resourceType.nullish(),
    quantity: z.int().min(1).max(100).default(1),
  })
  .refine(({ resourceId, groupId, type }) => [resourceId, groupId, type].filter(Boolean).length === 1, {
    path: ["resourceId"],
    error: "need_names_one_thing",
  });
export type ResourceNeed = z.infer<typeof resourceNeed>;

/** So many people beside the one who is booked: of these, of those with this skill, or anybody of the branch. */
export const furtherStaff = z.object({
  count: z.int().min(1).max(10),
  staffIds: z.array(z.uuid()).max(50).nullish(),
  skill: z.string().trim().min(1).max(50).nullish(),
});
export type FurtherStaff = z.infer<typeof furtherStaff>;

/** Puts all that the service needs during its whole time in the place of what it needed before. */
export const setNeedsInput = z.object({
  serviceId: z.uuid(),
  version: z.int().optional(),
  resources: z.array(resourceNeed).max(20),
  staffRequirements: z.array(furtherStaff).max(5),
});
export type SetNeedsInput = z.infer<typeof setNeedsInput>;
