import { addDays, type LocalDate, weekdayOf } from "@/server/core/time";
import type { DaySpan } from "./reading";

export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));
export const monthOf = (date: LocalDate): number => Number(date.slice(5, 7));
export const dayOf = (date: LocalDate): number => Number(date.slice(8, 10));

export function dateOf(year: number, month: number, day: number): LocalDate {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** "26" is 2026 and "85", a year of birth, 1985. */
export function fullYear(year: number): number {
  if (year >= 100) return year;
  return year > 60 ? 1900 + year : 2000 + year;
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Monday of the date's week: weeks begin on Monday, as in ISO 8601. */
export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, -((weekdayOf(date) + 6) % 7));
}

/** Monday of a calendar week; null where the year has no such week. */
export function mondayOfWeek(year: number, week: number): LocalDate | null {
  const monday = addDays(mondayOf(dateOf(year, 1, 4)), (week - 1) * 7);
  return week >= 1 && yearOf(addDays(monday, 3)) === year ? monday : null;
}

export function monthPlus(date: LocalDate, months: number): { year: number; month: number } {
  const index = yearOf(date) * 12 + monthOf(date) - 1 + months;
  return { year: Math.floor(index / 12), month: (index % 12) + 1 };
}

export function daysOf(span: DaySpan, limit = 62): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = span.first; day <= span.last && days.length < limit; day = addDays(day, 1)) days.push(day);
  return days;
}

export const oneDay = (date: LocalDate): DaySpan => ({ first: date, last: date });

/** Cuts off what lies before the day; null when nothing is left. */
export function notBeforeDay({ first, last }: DaySpan, day: LocalDate): DaySpan | null {
  return last < day ? null : { first: first < day ? day : first, last };
}

export function overlap(a: DaySpan, b: DaySpan): DaySpan | null {
  const first = a.first > b.first ? a.first : b.first;
  const last = a.last < b.last ? a.last : b.last;
  return first <= last ? { first, last } : null;
}
