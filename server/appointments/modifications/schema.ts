import { z } from "zod";
import { listOrder, pageInput, pageOf } from "@/server/core/page";
import { instant } from "@/server/core/time";
import { policyResult } from "@/server/policies/rules/verdict";

export const modificationType = z.enum([
  ...([
    "created",
    "rescheduled",
    "cancelled",
    "status_changed",
    "reassigned",
    "violation",
    "restored",
    "discounted",
  ] as const),
]);
export type ModificationType = z.infer<typeof modificationType>;

/** Who may have made a change. */
export const modificationActor = z.enum(["person", "agent", "customer", "api_key", "calcom", "job"]);
export type ModificationActor = z.infer<typeof modificationActor>;

/** Which changes: the filters of the list, without a page. */
export const modificationFilters = z.object({
  from: instant.optional(),
  until: instant.optional(),
  type: z.array(modificationType).optional(),
  actorKind: modificationActor.optional(),
  /** The person who made it. */
  userId: z.uuid().optional(),
  /** The person or the key that made it. */
  actorId: z.uuid().optional(),
  customerId: z.uuid().optional(),
  staffId: z.uuid().optional(),
  branchId: z.uuid().optional(),
  appointmentId: z.uuid().optional(),
});
export type ModificationFilters = z.infer<typeof modificationFilters>;

export const listModificationsInput = modificationFilters.extend({ order: listOrder.optional(), ...pageInput });
export type ListModificationsInput = z.infer<typeof listModificationsInput>;

const named = z.object({ id: z.uuid(), name: z.string() });
const values = z.record(z.string(), z.unknown()).nullable();

export const modificationView = z.object({
  id: z.uuid(),
  type: modificationType,
  oldValues: values,
  newValues: values,
  reason: z.string().nullable(),
  policyResult: policyResult.partial().nullable(),
  feeCents: z.int(),
  currency: z.string(),
  actor: z.record(z.string(), z.unknown()),
  occurredAt: z.date(),
  appointmentId: z.uuid(),
  startsAt: z.date(),
  timezone: z.string(),
  customer: named,
  service: named,
  /** All that was booked for the visit, in its order. */
  services: z.array(named),
  serviceName: z.string(),
  staff: named,
  branch: named,
});
export type ModificationView = z.infer<typeof modificationView>;
export const modificationPage = pageOf(modificationView);

/** The figures above the list, of the same period and place. */
export const modificationSummary = z.object({
  changes: z.int(),
  rescheduled: z.int(),
  cancelled: z.int(),
  noShows: z.int(),
  violations: z.int(),
  feeCents: z.int(),
});
export type ModificationSummary = z.infer<typeof modificationSummary>;

/** Whoever made changes that the filters leave; who is asked for does not narrow it. */
export const modificationActors = z.object({
  kinds: z.array(z.object({ kind: modificationActor, count: z.int() })),
  actors: z.array(z.object({ kind: modificationActor, id: z.string(), name: z.string(), count: z.int() })),
});
export type ModificationActors = z.infer<typeof modificationActors>;
