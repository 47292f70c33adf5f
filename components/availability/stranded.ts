import type { StrandedAppointment } from "@/server/availability/hours/schema";
import { readRefusal } from "../shared/refusal";

const REASONS = ["appointments_outside_hours", "appointments_in_the_way"];

export interface Stranded {
  count: number;
  appointments: (Omit<StrandedAppointment, "startsAt" | "endsAt"> & { startsAt: string; endsAt: string })[];
}

/** What a change would leave outside, when that is why it was refused. */
export function readStranded(error: unknown): Stranded | null {
  const { reason, details } = readRefusal(error);
  return REASONS.includes(reason ?? "") ? (details as unknown as Stranded) : null;
}
