import type { FreeSlot } from "@/server/availability/schema";
import { addDays, type LocalDate, toLocal } from "@/server/core/time-zone";

export const DAYS_SHOWN = 7;

/** What is free, by the day on the branch's clock. */
export function slotsByDay(slots: readonly FreeSlot[], zone: string): Map<LocalDate, FreeSlot[]> {
  const days = new Map<LocalDate, FreeSlot[]>();
  for (const slot of slots) {
    const { date } = toLocal(zone, slot.startsAt.getTime());
    const known = days.get(date);
    if (known) known.push(slot);
    else days.set(date, [slot]);
  }
  return days;
}

/** The days of the strip. */
export function daysFrom(first: LocalDate): LocalDate[] {
  return Array.from({ length: DAYS_SHOWN }, (_, index) => addDays(first, index));
}

export interface DayPart<S> {
  key: "morning" | "afternoon" | "evening";
  starts: S[];
}

/** A day's starts as one reads them: before noon, afternoon, evening; empty parts are left out. */
export function dayParts<S extends { startsAt: Date }>(starts: readonly S[], zone: string): DayPart<S>[] {
  const parts: DayPart<S>[] = [
    { key: "morning", starts: [] },
    { key: "afternoon", starts: [] },
    { key: "evening", starts: [] },
  ];
  for (const start of starts) {
    const { minutes } = toLocal(zone, start.startsAt.getTime());
    parts[minutes < 12 * 60 ? 0 : minutes < 17 * 60 ? 1 : 2]?.starts.push(start);
  }
  return parts.filter((part) => part.starts.length > 0);
}
