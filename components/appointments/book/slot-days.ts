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

export interface DayPart {
  key: "morning" | "afternoon" | "evening";
  slots: FreeSlot[];
}

/** A day's slots as one reads them: before noon, afternoon, evening; empty parts are left out. */
export function dayParts(slots: readonly FreeSlot[], zone: string): DayPart[] {
  const parts: DayPart[] = [
    { key: "morning", slots: [] },
    { key: "afternoon", slots: [] },
    { key: "evening", slots: [] },
  ];
  for (const slot of slots) {
    const { minutes } = toLocal(zone, slot.startsAt.getTime());
    parts[minutes < 12 * 60 ? 0 : minutes < 17 * 60 ? 1 : 2]?.slots.push(slot);
  }
  return parts.filter((part) => part.slots.length > 0);
}
