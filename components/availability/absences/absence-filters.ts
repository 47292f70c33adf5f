import { parseAsString, parseAsStringLiteral } from "nuqs/server";
import { exceptionKinds } from "./kinds";

export const absenceParsers = {
  kind: parseAsStringLiteral(exceptionKinds),
  staff: parseAsString,
  period: parseAsStringLiteral(["coming", "past"] as const).withDefault("coming"),
  open: parseAsString,
};

interface Filters {
  kind: (typeof exceptionKinds)[number] | null;
  staff: string | null;
  period: "coming" | "past";
}

/** What ends after now, or what has ended; a minute is exact enough, and asks the same question for as long. */
export function toAbsenceInput(
  { kind, staff, period }: Filters,
  { branchId, cursor, now }: { branchId: string | undefined; cursor: string | null; now: number },
) {
  const at = new Date(Math.floor(now / 60_000) * 60_000).toISOString();
  return {
    ...(period === "coming" ? { from: at } : { until: at }),
    ...(kind ? { kind } : {}),
    ...(staff ? { staffId: staff } : {}),
    ...(branchId ? { branchId } : {}),
    ...(cursor ? { cursor } : {}),
  };
}
