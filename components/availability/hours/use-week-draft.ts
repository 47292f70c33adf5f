"use client";

import { useState } from "react";
import { isSameWeek, type Rest } from "@/server/availability/hours/rules/plans";
import type { DayHours, HoursPlan, Shift } from "@/server/availability/hours/schema";

const FIRST_SHIFT: Shift = { startTime: "09:00", endTime: "18:00", breakStart: null, breakEnd: null };

/** What is being written: a week, and from when until when it shall hold. */
export interface WeekDraft {
  days: DayHours[];
  validFrom: string | null;
  validUntil: string | null;
}

/** A draft of one of the weeks; another one begins with a click on it. */
export function useWeekDraft(plan: HoursPlan, rest: Rest) {
  const [start, setStart] = useState<WeekDraft>(plan);
  const [draft, setDraft] = useState<WeekDraft>(plan);
  const begin = (next: WeekDraft, from: WeekDraft = next) => {
    setStart(from);
    setDraft(next);
  };
  const change = (changes: Partial<WeekDraft>) => setDraft((now) => ({ ...now, ...changes }));
  const setDay = (dayOfWeek: number, changes: Partial<DayHours>) =>
    setDraft((now) => ({
      ...now,
      days: now.days.map((day) => (day.dayOfWeek === dayOfWeek ? withDay(day, changes) : day)),
    }));
  const copyDay = (from: DayHours, to: readonly number[]) =>
    setDraft((now) => ({
      ...now,
      days: now.days.map((day) => (to.includes(day.dayOfWeek) ? { ...from, dayOfWeek: day.dayOfWeek } : day)),
    }));
  const isChanged =
    !isSameWeek(start.days, draft.days) || start.validFrom !== draft.validFrom || start.validUntil !== draft.validUntil;
  return { draft, start, begin, change, setDay, copyDay, isChanged, rest };
}

/** Opening a day gives it the hours that most have; whoever closes it by mistake gets them back. */
function withDay(day: DayHours, changes: Partial<DayHours>): DayHours {
  const next = { ...day, ...changes };
  return next.mode === "open" && next.shifts.length === 0 ? { ...next, shifts: [FIRST_SHIFT] } : next;
}

/** A second shift begins after the last one. */
export function withNextShift(shifts: readonly Shift[]): Shift[] {
  const last = shifts.at(-1)?.endTime ?? "09:00";
  const hour = Math.min(22, Number(last.slice(0, 2)) + 1);
  const at = (hours: number) => `${String(hours).padStart(2, "0")}:00`;
  return [...shifts, { startTime: at(hour), endTime: at(Math.min(24, hour + 3)), breakStart: null, breakEnd: null }];
}

/** An hour in the middle. */
export function withBreak(shift: Shift): Shift {
  const [from, until] = [shift.startTime, shift.endTime].map(
    (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)),
  );
  const middle = Math.floor(((from ?? 0) + (until ?? 0)) / 2 / 30) * 30;
  const at = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  const start = Math.max(from ?? 0, middle - 30);
  return { ...shift, breakStart: at(start), breakEnd: at(Math.min(until ?? 0, start + 60)) };
}
