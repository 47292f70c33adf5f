import { type LocalDate, MINUTE } from "@/server/core/time";
import type { StaffCalendar } from "./calendar-data";
import { dayNumberOf } from "./local-day";

/** Work that would come to what is booked already; all of it counts on the day on which it starts. */
export interface Work {
  /** Day number. */
  day: number;
  ms: number;
}

type Limits = Pick<StaffCalendar, "maxMinutesPerDay" | "maxMinutesPerWeek">;
type LimitedStaff = Limits & Pick<StaffCalendar, "bookedMinutesPerDay">;

export function hasLimit({ maxMinutesPerDay, maxMinutesPerWeek }: Limits): boolean {
  return maxMinutesPerDay != null || maxMinutesPerWeek != null;
}

/** Whether the person may work so much more, by the day and by the week from Monday to Sunday. */
export function isWithinWorkingTime(staff: LimitedStaff, work: readonly Work[]): boolean {
  const { maxMinutesPerDay, maxMinutesPerWeek } = staff;
  if (!hasLimit(staff)) return true;
  return work.every(
    ({ day }) =>
      minutesIn(staff, { work, includes: (other) => other === day }) <= (maxMinutesPerDay ?? Infinity) &&
      minutesIn(staff, { work, includes: (other) => weekOf(other) === weekOf(day) }) <= (maxMinutesPerWeek ?? Infinity),
  );
}

interface Counted {
  work: readonly Work[];
  includes: (day: number) => boolean;
}

function minutesIn({ bookedMinutesPerDay = {} }: LimitedStaff, { work, includes }: Counted): number {
  let minutes = 0;
  for (const [date, booked] of Object.entries(bookedMinutesPerDay) as [LocalDate, number][]) {
    if (includes(dayNumberOf(date))) minutes += booked;
  }
  for (const { day, ms } of work) if (includes(day)) minutes += ms / MINUTE;
  return minutes;
}

/** Weeks from Monday to Sunday, counted; day 0 was a Thursday. */
export function weekOf(day: number): number {
  return Math.floor((day + 3) / 7);
}
