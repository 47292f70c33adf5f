import { parseAsString, parseAsStringLiteral } from "nuqs/server";
import { addDays, fromWall, toLocal } from "@/server/core/time-zone";

export const PERIODS = ["today", "7d", "30d", "90d"] as const;
export const TYPES = [
  "rescheduled",
  "cancelled",
  "status_changed",
  "reassigned",
  "violation",
  "restored",
  "discounted",
  "created",
] as const;
export const ACTORS = ["person", "agent", "customer", "api_key", "calcom", "job"] as const;

/** The list's state in the URL. */
export const modificationParsers = {
  period: parseAsStringLiteral(PERIODS).withDefault("30d"),
  type: parseAsStringLiteral(TYPES),
  actor: parseAsStringLiteral(ACTORS),
  person: parseAsString,
  staff: parseAsString,
  customer: parseAsString,
  open: parseAsString,
};

export interface ModificationFilterValues {
  period: (typeof PERIODS)[number];
  type: (typeof TYPES)[number] | null;
  actor: (typeof ACTORS)[number] | null;
  person: string | null;
  staff: string | null;
  customer: string | null;
}

const DAYS = { today: 1, "7d": 7, "30d": 30, "90d": 90 };
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

interface Place {
  branchId: string | null;
  zone: string;
  now: number;
}

/** What the filters ask for; an address bar may say anything, so what is no id stays out. */
export function toModificationQuery(filters: ModificationFilterValues, { branchId, zone, now }: Place) {
  const { period, type, actor, person, staff, customer } = filters;
  const id = (name: string, value: string | null) => (value && UUID.test(value) ? { [name]: value } : {});
  return {
    from: new Date(fromWall(zone, addDays(toLocal(zone, now).date, 1 - DAYS[period]), 0)).toISOString(),
    ...(type ? { type: [type] } : {}),
    ...(actor ? { actorKind: actor } : {}),
    ...id("actorId", person),
    ...id("staffId", staff),
    ...id("customerId", customer),
    ...(branchId ? { branchId } : {}),
  };
}

/** Where the same changes are to be had as a table. */
export function exportPath(filters: ModificationFilterValues, place: Place): string {
  const { type, ...query } = toModificationQuery(filters, place);
  const search = new URLSearchParams(query as Record<string, string>);
  for (const each of type ?? []) search.append("type", each);
  return `/api/exports/modifications?${search}`;
}
