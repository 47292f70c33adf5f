import { z } from "zod";
import { pageInput, pageOf } from "@/server/core/page";
import { resourceType, segmentView } from "./chain";
import { furtherStaff } from "./offer";
import { serviceLocation } from "./service";

export const serviceStatus = z.enum(["active", "inactive", "archived"]);
export type ServiceStatus = z.infer<typeof serviceStatus>;

export const serviceSort = z.enum(["position", "name", "-name", "duration", "-duration", "price", "-price"]);
export type ServiceSort = z.infer<typeof serviceSort>;

export const listServicesInput = z.object({
  search: z.string().trim().max(100).optional(),
  category: z.string().trim().max(60).optional(),
  /** Without it, everything but what is archived. */
  status: serviceStatus.optional(),
  /** What this branch offers, at its price and duration. */
  branchId: z.uuid().optional(),
  sort: serviceSort.default("position"),
  ...pageInput,
});
export type ListServicesInput = z.infer<typeof listServicesInput>;

export const exportServicesInput = listServicesInput.pick({
  search: true,
  category: true,
  status: true,
  branchId: true,
});
export type ExportServicesInput = z.infer<typeof exportServicesInput>;

export const serviceView = z.object({
  id: z.uuid(),
  name: z.string(),
  category: z.string().nullable(),
  description: z.string().nullable(),
  durationMinutes: z.int(),
  priceCents: z.int(),
  taxRateBps: z.int(),
  colour: z.string(),
  synonyms: z.array(z.string()),
  isPhoneBookable: z.boolean(),
  isOnlineBookable: z.boolean(),
  status: serviceStatus,
  isComposite: z.boolean(),
  capacity: z.int(),
  /** Who offers it. */
  staffCount: z.int(),
  version: z.int(),
});
export type ServiceView = z.infer<typeof serviceView>;

export const servicePage = pageOf(serviceView);

/** How many there are of each, and what there is to filter by. */
export const serviceCounts = z.object({
  active: z.int(),
  inactive: z.int(),
  archived: z.int(),
  /** Active, and nobody does it: it can't be booked. */
  withoutStaff: z.int(),
  categories: z.array(z.string()),
});
export type ServiceCounts = z.infer<typeof serviceCounts>;

export const serviceDetails = serviceView.extend({
  bufferBeforeMinutes: z.int(),
  bufferAfterMinutes: z.int(),
  requiresDepositCents: z.int().nullable(),
  minNoticeMinutes: z.int().nullable(),
  maxHorizonDays: z.int().nullable(),
  maxPerDay: z.int().nullable(),
  location: serviceLocation,
  segments: z.array(segmentView),
  /** Every open branch that the reader works with. */
  branches: z.array(
    z.object({
      branchId: z.uuid(),
      name: z.string(),
      isActive: z.boolean(),
      priceCents: z.int().nullable(),
      durationMinutes: z.int().nullable(),
    }),
  ),
  resources: z.array(
    z.object({
      resourceId: z.uuid().nullable(),
      groupId: z.uuid().nullable(),
      type: resourceType.nullable(),
      /** Of the resource or the group. */
      name: z.string().nullable(),
      quantity: z.int(),
    }),
  ),
  staffRequirements: z.array(furtherStaff),
  /** Composite services with a link that is this one. */
  partOf: z.array(z.object({ id: z.uuid(), name: z.string() })),
  comingCount: z.int(),
  /** Whether the reader may change what holds in every branch. */
  isWholeEditable: z.boolean(),
});
export type ServiceDetails = z.infer<typeof serviceDetails>;
