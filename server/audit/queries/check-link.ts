import { type ActivityHead, canonicalOf, linkOf, valuesDigestOf } from "@/server/core/activity-entry";
import type { ChainEntry, ChainHead } from "../repository/chain";

const COLUMNS = [
  "id",
  "company_id",
  "log_name",
  "action",
  "subject_type",
  "subject_id",
  "actor",
  "values_digest",
  "ip",
  "user_agent",
  "request_id",
] as const satisfies (keyof ActivityHead)[];

/** What of an entry is not as the chain says: names of columns, none when all is well. */
export function checkLink(entry: ChainEntry, previous: ChainHead): string[] {
  const flaws = [
    ...(entry.sequence === previous.sequence + 1n ? [] : ["sequence"]),
    ...(entry.previous_hash === previous.hash ? [] : ["previous_hash"]),
    ...(entry.hash === linkOf(entry.previous_hash, entry.canonical) ? [] : ["hash"]),
  ];
  return [...flaws, ...columnsThatDiffer(entry), ...(areValuesTrue(entry) ? [] : ["values"])];
}

function columnsThatDiffer(entry: ChainEntry): string[] {
  const chained = parse(entry.canonical);
  if (!chained) return ["canonical"];
  // Entries of before the log's name was chained all belong to the default log.
  const told: Record<string, unknown> = { log_name: "default", ...chained };
  const same = (column: string, value: unknown) => canonicalOf(told[column] ?? null) === canonicalOf(value ?? null);
  const differing: string[] = COLUMNS.filter((column) => !same(column, entry[column]));
  if (!same("occurred_at", entry.occurred_at.toISOString())) differing.push("occurred_at");
  if (entry.actor_kind !== ((entry.actor as { kind?: string } | null)?.kind ?? null)) differing.push("actor_kind");
  return differing;
}

/** Values without their salt were erased, and then there must be none. */
function areValuesTrue({ salt, old_values, new_values, values_digest }: ChainEntry): boolean {
  if (salt === null) return old_values === null && new_values === null;
  return valuesDigestOf(salt, { old: old_values, new: new_values }) === values_digest;
}

function parse(canonical: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(canonical);
    return value !== null && typeof value === "object" ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
