import { POLICY_SCHEMAS, type PolicyOf, type PolicyRow, type PolicyType } from "../schema";

/** Nearest first: the staff member's own word beats the company's. */
const NEARNESS = ["staff", "service", "branch", "company"] as const;

/** Merges the rows field by field, nearest first; a field that nobody sets has its default. */
export function resolvePolicy<T extends PolicyType>(type: T, rows: readonly PolicyRow[]): PolicyOf<T> {
  const merged: Record<string, unknown> = {};
  for (const level of NEARNESS) {
    const config = rows.find((row) => row.configurableType === level)?.config;
    if (!config || typeof config !== "object") continue;
    for (const [field, value] of Object.entries(config)) merged[field] ??= value;
  }
  return POLICY_SCHEMAS[type].parse(merged) as PolicyOf<T>;
}
