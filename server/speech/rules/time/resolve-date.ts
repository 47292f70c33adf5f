import { daysBetween, type LocalDate, weekdayOf } from "@/server/core/time";
import { dateOf, dayOf, daysInMonth, monthPlus, oneDay, yearOf } from "./dates";
import type { DayRef } from "./elements";
import type { Calendar, DayReading, Doubt } from "./reading";

type SaidDate = Extract<DayRef, { kind: "date" }>;

/** A date further ahead than this was probably this year's, which is just over: worth a question. */
const FAR_DAYS = 270;

/** The coming date of that name; one that does not exist or is over gets a question and no day. */
export function resolveDate(said: SaidDate, calendar: Calendar): DayReading {
  if (said.day < 1 || said.day > 31) return refused({ kind: "no-such-date", day: said.day, month: said.month });
  return said.month === undefined ? dayOfComingMonth(said, calendar) : dayOfMonth(said, said.month, calendar);
}

function dayOfMonth(said: SaidDate, month: number, { today }: Calendar): DayReading {
  const thisYear = yearOf(today);
  const passed = month <= 12 && dateOf(thisYear, month, said.day) < today;
  const year = said.year ?? yearAhead(said, thisYear) ?? (passed ? thisYear + 1 : thisYear);
  if (month < 1 || month > 12 || said.day > daysInMonth(year, month)) {
    return refused({ kind: "no-such-date", day: said.day, month });
  }
  const date = dateOf(year, month, said.day);
  if (date < today) return refused({ kind: "past" });
  const span = oneDay(date);
  if (said.weekday !== undefined && weekdayOf(date) !== said.weekday) {
    return { spans: [span], notes: [], doubt: { kind: "weekday-mismatch", date, weekday: said.weekday } };
  }
  if (said.year === undefined && said.plusYears === undefined && daysBetween(today, date) > FAR_DAYS) {
    return { spans: [span], notes: [], doubt: { kind: "far-date", date } };
  }
  return { spans: [span], notes: year > thisYear && said.year === undefined ? [{ kind: "day", span }] : [] };
}

const yearAhead = ({ plusYears }: SaidDate, thisYear: number): number | undefined =>
  plusYears === undefined ? undefined : thisYear + plusYears;

/** "Am Dritten": of this month while it is ahead, else of the next month that has such a day. */
function dayOfComingMonth(said: SaidDate, { today }: Calendar): DayReading {
  const first = said.day >= dayOf(today) ? 0 : 1;
  for (let months = first; months < first + 3; months++) {
    const { year, month } = monthPlus(today, months);
    if (said.day > daysInMonth(year, month)) continue;
    const date = dateOf(year, month, said.day);
    const span = oneDay(date);
    if (said.weekday !== undefined && weekdayOf(date) !== said.weekday) {
      return { spans: [span], notes: [], doubt: { kind: "weekday-mismatch", date, weekday: said.weekday } };
    }
    if (date === today && said.weekday === undefined) return todayOrInAMonth(said, today);
    return { spans: [span], notes: [{ kind: "day", span }] };
  }
  return refused({ kind: "no-such-date", day: said.day, month: undefined });
}

/** Today is called "heute": whoever names its number may mean the next month's. */
function todayOrInAMonth(said: SaidDate, today: LocalDate): DayReading {
  const months = [1, 2].map((ahead) => monthPlus(today, ahead));
  const next = months.find(({ year, month }) => said.day <= daysInMonth(year, month));
  const spans = [oneDay(today), ...(next ? [oneDay(dateOf(next.year, next.month, said.day))] : [])];
  return { spans, notes: [], doubt: { kind: "which-day", spans } };
}

function refused(doubt: Doubt): DayReading {
  return { spans: [], notes: [], doubt };
}
