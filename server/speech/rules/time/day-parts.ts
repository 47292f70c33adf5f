import type { DayPart, Shade } from "./elements";

/** What a part of the day promises a caller, in minutes since midnight. */
const WINDOWS: Record<DayPart, readonly [number, number]> = {
  early: [6 * 60, 10 * 60],
  forenoon: [9 * 60, 12 * 60],
  morning: [6 * 60, 12 * 60],
  noon: [11 * 60, 14 * 60],
  afternoon: [13 * 60, 18 * 60],
  evening: [18 * 60, 21 * 60],
  night: [21 * 60, 24 * 60],
};

/** Where a clock time said with that part may lie: wider, because "abends um zehn" is evening too. */
const REACH: Record<DayPart, readonly [number, number]> = {
  early: [0, 12 * 60],
  forenoon: [5 * 60, 13 * 60],
  morning: [0, 12 * 60],
  noon: [10 * 60, 15 * 60],
  afternoon: [12 * 60, 19 * 60],
  evening: [16 * 60, 24 * 60],
  night: [18 * 60, 30 * 60],
};

export interface Window {
  from: number;
  to: number;
}

export function windowOf(part: DayPart, shade?: Shade): Window {
  const [from, to] = WINDOWS[part];
  const middle = (from + to) / 2;
  if (shade === "early") return { from, to: middle };
  return shade === "late" ? { from: middle, to } : { from, to };
}

export function reaches(part: DayPart, minutes: number): boolean {
  const [from, to] = REACH[part];
  return (minutes >= from && minutes <= to) || minutes + 24 * 60 < to;
}
