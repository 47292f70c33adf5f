import { parseAsString, parseAsStringLiteral } from "nuqs/server";
import { ACTOR_KINDS } from "@/server/audit/rules/actor-kinds";
import { addDays, fromWall, toLocal } from "@/server/core/time-zone";

export const PERIODS = ["today", "7d", "30d", "90d"] as const;
/** What the log tells of, as far as one looks for it. */
export const SUBJECT_TYPES = [
  "appointment",
  "customer",
  "call",
  "callback",
  "user",
  "membership",
  "role",
  "api_key",
  "integration",
  "notification",
  "company",
] as const;

/** What operators act on. */
export const PLATFORM_SUBJECTS = ["tenant", "company", "user", "feature_flag"] as const;
const SUBJECTS = [...SUBJECT_TYPES, "tenant", "feature_flag"] as const;

/** The list's state in the URL. */
export const auditParsers = {
  search: parseAsString.withDefault(""),
  period: parseAsStringLiteral(PERIODS),
  actor: parseAsStringLiteral(ACTOR_KINDS),
  /** A person or a key. */
  by: parseAsString,
  action: parseAsString,
  about: parseAsStringLiteral(SUBJECTS),
  /** One record's history. */
  record: parseAsString,
  open: parseAsString,
};

export interface AuditFilters {
  search: string;
  period: (typeof PERIODS)[number] | null;
  actor: (typeof ACTOR_KINDS)[number] | null;
  by: string | null;
  action: string | null;
  about: (typeof SUBJECTS)[number] | null;
  record: string | null;
}

const DAYS = { today: 1, "7d": 7, "30d": 30, "90d": 90 };
const ACTION = /^[a-z][a-z_]{0,79}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

interface Place {
  zone: string;
  now: number;
}

/** What the filters ask for; what is not set stays out, so that equal questions are equal. */
export function toAuditQuery({ search, period, actor, by, action, about, record }: AuditFilters, { zone, now }: Place) {
  return {
    ...(search ? { search } : {}),
    ...(period
      ? { from: new Date(fromWall(zone, addDays(toLocal(zone, now).date, 1 - DAYS[period]), 0)).toISOString() }
      : {}),
    ...(actor ? { actorKind: actor } : {}),
    ...(by && UUID.test(by) ? { actorId: by } : {}),
    ...(action && ACTION.test(action) ? { action } : {}),
    ...(about ? { subjectType: about } : {}),
    ...(record && UUID.test(record) ? { subjectId: record } : {}),
  };
}

/** The same as a page of the list. */
export const toAuditInput = (filters: AuditFilters, { cursor, ...place }: Place & { cursor: string | null }) => ({
  ...toAuditQuery(filters, place),
  ...(cursor ? { cursor } : {}),
});

const EXPORTS = { company: "/api/exports/audit-log", platform: "/api/exports/platform-audit-log" };

/** Where the same entries are to be had as a table. */
export function exportPath(
  filters: AuditFilters,
  { source = "company", ...place }: Place & { source?: keyof typeof EXPORTS },
) {
  const query = new URLSearchParams(toAuditQuery(filters, place)).toString();
  return `${EXPORTS[source]}${query && `?${query}`}`;
}
