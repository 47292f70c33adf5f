import { addDays, type LocalDate, weekdayOf } from "@/server/core/time";
import { mondayOf, oneDay } from "./dates";
import type { WeekdaySense } from "./elements";
import { openWindows, USUAL_HOURS } from "./opening-windows";
import type { Calendar, DayReading } from "./reading";

interface SaidWeekday {
  weekday: number;
  sense: WeekdaySense;
  plusWeeks: number;
}

interface SaidWeekdayInWeeks {
  weekday: number;
  weeks: number;
}

/** Where a weekday may mean two dates, the reading carries both, nearest first, and a doubt. */
export function resolveWeekday({ weekday, sense, plusWeeks }: SaidWeekday, calendar: Calendar): DayReading {
  const { today } = calendar;
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  const coming = addDays(today, ahead === 0 ? 7 : ahead);
  if (plusWeeks > 0) return noted(addDays(today, ahead + 7 * plusWeeks));
  if (sense === "coming") return certain(coming);
  const stillThisWeek = ahead > 0 && mondayOf(coming) === mondayOf(today);
  if (sense === "next") return stillThisWeek ? undecided([coming, addDays(coming, 7)]) : certain(coming);
  if (sense === "after-next") {
    return stillThisWeek ? undecided([addDays(coming, 7), addDays(coming, 14)]) : noted(addDays(coming, 7));
  }
  return ahead === 0 && isStillOpen(calendar) ? undecided([today, coming]) : certain(coming);
}

/** "In zwei Wochen am Montag" is of the week two weeks ahead, or two weeks behind the coming Monday: where they differ, both. */
export function resolveWeekdayInWeeks({ weekday, weeks }: SaidWeekdayInWeeks, { today }: Calendar): DayReading {
  const inWeek = addDays(mondayOf(today), 7 * weeks + ((weekday + 6) % 7));
  const behind = addDays(today, ((weekday - weekdayOf(today) + 7) % 7) + 7 * weeks);
  return inWeek === behind ? noted(inWeek) : undecided([inWeek, behind]);
}

/** Whoever names today's weekday after closing time, or on a closed day, means next week. */
function isStillOpen(calendar: Calendar): boolean {
  const open = openWindows(calendar.today, calendar);
  const closes = calendar.hours ? Math.max(0, ...open.map((window) => window.to)) : USUAL_HOURS.to;
  return calendar.minutesNow < closes;
}

function certain(date: LocalDate): DayReading {
  return { spans: [oneDay(date)], notes: [] };
}

function noted(date: LocalDate): DayReading {
  return { spans: [oneDay(date)], notes: [{ kind: "day", span: oneDay(date) }] };
}

function undecided(dates: LocalDate[]): DayReading {
  const spans = dates.map(oneDay);
  return { spans, notes: [], doubt: { kind: "which-day", spans } };
}
