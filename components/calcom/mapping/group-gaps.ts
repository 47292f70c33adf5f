import type { MappingGap, MappingGaps } from "@/server/calcom/mapping/schema";

export interface GapLine extends Omit<MappingGap, "part"> {
  /** All parts of the service that the person has the same trouble with, in their order; none for what has no parts. */
  parts: string[];
}

/** A line for each person and trouble of a service, not one for each part: what is to be done about them is the same. */
export function groupGaps(gaps: MappingGaps): GapLine[] {
  const lines = new Map<string, GapLine>();
  for (const { part, ...gap } of gaps) {
    const key = [gap.serviceId, gap.staffId, gap.why, gap.why === "other_length" ? gap.minutes : ""].join();
    const line = lines.get(key) ?? { ...gap, parts: [] };
    if (part !== null) line.parts.push(part);
    lines.set(key, line);
  }
  return [...lines.values()];
}
