import { minutesOf } from "@/server/core/time-zone";
import type { ShiftTimes } from "../../rules/weekly-hours";
import type { DayHours } from "../schema";
import type { Rest } from "./plans";

export type ShiftFault = "ends_before_start" | "break_incomplete" | "break_outside" | "shifts_overlap";

/** The first shift that can't be so, and why; the same as the database says. */
export function faultOf(shifts: readonly ShiftTimes[]): { at: number; reason: ShiftFault } | null {
  for (const [at, shift] of shifts.entries()) {
    const reason = faultOfOne(shift) ?? (shifts.slice(0, at).some((other) => overlaps(other, shift)) ? OVERLAP : null);
    if (reason) return { at, reason };
  }
  return null;
}

const OVERLAP = "shifts_overlap" as const;

function faultOfOne({ startTime, endTime, breakStart, breakEnd }: ShiftTimes): ShiftFault | null {
  if (endTime <= startTime) return "ends_before_start";
  if (!breakStart !== !breakEnd) return "break_incomplete";
  if (!breakStart || !breakEnd) return null;
  return breakStart < startTime || breakEnd > endTime || breakEnd <= breakStart ? "break_outside" : null;
}

const overlaps = (a: ShiftTimes, b: ShiftTimes): boolean => a.startTime < b.endTime && b.startTime < a.endTime;

/** In the order of the day. */
export function inOrder<S extends ShiftTimes>(shifts: readonly S[]): S[] {
  return [...shifts].sort((a, b) => minutesOf(a.startTime) - minutesOf(b.startTime));
}

/** A day without shifts is not open, and only a week of one branch may leave a day to the others. */
export function normalDay({ dayOfWeek, mode, shifts }: DayHours, rest: Rest): DayHours {
  if (mode === "open" && shifts.length > 0) return { dayOfWeek, mode, shifts: inOrder(shifts) };
  return { dayOfWeek, mode: mode === "general" ? rest : "closed", shifts: [] };
}
