import type { ImportField, ImportMapping } from "@/server/appointments/imports/schema";

/** In the order in which one looks for them. */
export const FIELDS: readonly ImportField[] = [
  ...(["date", "time", "startsAt", "endTime", "durationMinutes", "customerName", "firstName", "lastName"] as const),
  ...(["phone", "email", "service", "staff", "price", "status", "notes"] as const),
];

export type MissingField = "when" | "who" | "what";

/** Without when, who and what no line makes anything. */
export function missingFields(mapping: ImportMapping): MissingField[] {
  const has = (field: ImportField) => mapping[field] !== undefined;
  const missing: MissingField[] = [];
  if (!has("startsAt") && !has("date")) missing.push("when");
  if (!has("customerName") && !has("lastName") && !has("phone") && !has("email")) missing.push("who");
  if (!has("service")) missing.push("what");
  return missing;
}
