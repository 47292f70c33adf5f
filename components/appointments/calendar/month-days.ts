import type { Calendar } from "@/server/appointments/calendar/schema";
import type { LocalDate } from "@/server/core/time-zone";
import { type Block, DayOnClock, stretchesOf } from "./blocks";

/** Of each day; the rest is a click away. */
export const MOST_SHOWN = 3;

export interface MonthDay {
  date: LocalDate;
  holiday: string | null;
  /** Nobody of those who are shown works then. */
  isClosed: boolean;
  /** By start, each appointment once. */
  blocks: Block[];
}

interface Shown {
  days: readonly LocalDate[];
  /** Empty: everybody. */
  staffIds: readonly string[];
}

export function monthDays(calendar: Calendar, { days, staffIds }: Shown): MonthDay[] {
  const isWanted = (staffId: string) => staffIds.length === 0 || staffIds.includes(staffId);
  const people = calendar.people.filter(({ id }) => isWanted(id));
  const placed = [
    ...calendar.entries.map((entry) => ({
      ...wholeOf(entry),
      key: entry.id,
      entry,
      staffIds: stretchesOf(entry).map((one) => one.staffId),
    })),
    ...calendar.sessions.map((session) => ({
      ...wholeOf(session),
      key: session.id,
      session,
      staffIds: [session.staffId],
    })),
  ].filter((one) => one.staffIds.some(isWanted));
  return days.map((date) => {
    const day = new DayOnClock(date, calendar.timezone);
    const here = placed.filter(({ startsAt }) => startsAt >= day.from && startsAt < day.until);
    const works = people.some(({ working }) => working.some(({ from, until }) => day.touches(from, until)));
    return {
      date,
      holiday: calendar.holidays.find((one) => one.date === date)?.name ?? null,
      isClosed: !works && here.length === 0,
      blocks: here
        .sort((a, b) => a.startsAt - b.startsAt)
        .map(({ staffIds: _, endsAt, ...one }) => ({
          ...one,
          ...day.lasting(one.startsAt, endsAt),
          lane: 0,
          lanes: 1,
        })),
    };
  });
}

const wholeOf = ({ staffId, startsAt, endsAt }: { staffId: string; startsAt: number; endsAt: number }) => ({
  ...{ staffId, startsAt, endsAt },
});
