import { z } from "zod";
import { listOrder, pageInput, pageOf } from "@/server/core/page";
import { instant } from "@/server/core/time";
import { ACTOR_KINDS } from "./rules/actor-kinds";

export const actorKind = z.enum(ACTOR_KINDS);

/** An action or a kind of subject, as in the log: `reschedule_appointments`, `appointment`. */
const word = z
  .string()
  .max(80)
  .regex(/^[a-z][a-z_]*$/);

export const auditFilters = {
  search: z.string().trim().max(200).optional(),
  from: instant.optional(),
  until: instant.optional(),
  actorKind: actorKind.optional(),
  /** The person or the key that acted. */
  actorId: z.uuid().optional(),
  action: word.optional(),
  subjectType: word.optional(),
  subjectId: z.uuid().optional(),
};
export const listAuditInput = z.object({
  ...auditFilters,
  order: listOrder.default("desc"),
  ...pageInput,
});
export type ListAuditInput = z.infer<typeof listAuditInput>;
export const exportAuditInput = z.object(auditFilters);
export type ExportAuditInput = z.infer<typeof exportAuditInput>;
export const getAuditInput = z.object({ entryId: z.uuid() });
export type GetAuditInput = z.infer<typeof getAuditInput>;

/** One field of what was changed: its path, and what stood and stands there. */
export const auditChange = z.object({
  field: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  /** The names behind ids. */
  beforeName: z.string().nullable(),
  afterName: z.string().nullable(),
});
export type AuditChange = z.infer<typeof auditChange>;

export const auditEntryView = z.object({
  id: z.uuid(),
  sequence: z.int(),
  occurredAt: z.date(),
  logName: z.string(),
  action: z.string(),
  actor: z.object({ kind: z.string(), name: z.string().nullable(), reason: z.string().nullable() }),
  subject: z.object({ type: z.string(), id: z.uuid().nullable(), name: z.string().nullable() }).nullable(),
  fields: z.array(z.string()),
});
export type AuditEntryView = z.infer<typeof auditEntryView>;

export const auditPage = pageOf(auditEntryView).extend({
  /** Set when there is more to search behind this page than was looked at: how far it was. */
  searchedBackTo: z.date().nullable(),
});
export type AuditPage = z.infer<typeof auditPage>;

/** The people and keys that acted, whoever acted last first. */
export const auditActors = z.array(z.object({ id: z.uuid(), kind: z.string(), name: z.string().nullable() }));
export type AuditActors = z.infer<typeof auditActors>;

export const auditEntryDetails = auditEntryView.extend({
  changes: z.array(auditChange),
  /** Blanked, because the person has asked for it. */
  isErased: z.boolean(),
  /** About something that the one who asks may not see. */
  isHidden: z.boolean(),
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
  requestId: z.string().nullable(),
  hash: z.string(),
});
export type AuditEntryDetails = z.infer<typeof auditEntryDetails>;

/** The first link that does not hold: `id` is null where an entry should be. */
export interface BrokenLink {
  sequence: number;
  id: string | null;
  differs: string[];
}

export interface ChainReport {
  checked: number;
  erased: number;
  head: { sequence: number; hash: string };
  broken: BrokenLink | null;
}
