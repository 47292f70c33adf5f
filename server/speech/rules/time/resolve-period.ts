import { addDays, daysBetween, weekdayOf } from "@/server/core/time";
import { dateOf, daysInMonth, mondayOf, mondayOfWeek, monthPlus, notBeforeDay, oneDay, yearOf } from "./dates";
import type { DayRef, HolidayRelation, Portion } from "./elements";
import { nextHoliday } from "./holidays";
import type { Calendar, DayReading, DaySpan } from "./reading";

type Said<K extends DayRef["kind"]> = Extract<DayRef, { kind: K }>;

/** A calendar week further ahead than this is worth a question. */
const FAR_DAYS = 300;
/** "Nach Ostern" reaches this far. */
const AROUND_HOLIDAY_DAYS = 14;

export function resolveWeek({ plus, portion }: Said<"week">, calendar: Calendar): DayReading {
  const monday = addDays(mondayOf(calendar.today), 7 * plus);
  const span = portionOfWeek(monday, portion, calendar);
  // "Anfang der Woche", said on Thursday, is next week's.
  if (portion && plus === 0 && span.last < calendar.today)
    return resolveWeek({ kind: "week", plus: 1, portion }, calendar);
  return ahead(span, calendar, portion !== undefined);
}

export function resolveCalendarWeek({ week, year, portion }: Said<"calendar-week">, calendar: Calendar): DayReading {
  const thisYear = yearOf(calendar.today);
  for (const candidate of year === undefined ? [thisYear, thisYear + 1] : [year]) {
    const monday = mondayOfWeek(candidate, week);
    const span = monday && portionOfWeek(monday, portion, calendar);
    if (!span || span.last < calendar.today) continue;
    // A week just over is rarely meant of the next year.
    const isFar = year === undefined && daysBetween(calendar.today, span.first) > FAR_DAYS;
    const doubt = isFar ? { doubt: { kind: "far-date" as const, date: span.first } } : {};
    return { ...ahead(span, calendar, true), ...doubt };
  }
  return { spans: [], notes: [], doubt: mondayOfWeek(year ?? thisYear, week) ? { kind: "past" } : { kind: "nothing" } };
}

function portionOfWeek(monday: string, portion: Portion | undefined, { hours }: Calendar): DaySpan {
  const lastWorkday = hours?.some(({ weekday }) => weekday === 6) ? 5 : 4;
  const bounds = {
    start: [0, 1],
    middle: [1, 3],
    end: [3, lastWorkday],
    "first-half": [0, 2],
    "second-half": [2, lastWorkday],
  } as const;
  const [first, last] = portion ? bounds[portion] : [0, 6];
  return { first: addDays(monday, first), last: addDays(monday, last) };
}

export function resolveMonth(said: Said<"month">, calendar: Calendar): DayReading {
  const { today } = calendar;
  if (said.month === undefined) {
    const { year, month } = monthPlus(today, said.plus);
    const span = portionOfMonth(year, month, said.portion);
    // "Mitte des Monats", said on the 30th, is next month's.
    if (said.portion && said.plus === 0 && span.last < today) return resolveMonth({ ...said, plus: 1 }, calendar);
    return ahead(span, calendar, said.portion !== undefined);
  }
  const year = said.year ?? yearOf(today) + (said.plusYears ?? 0);
  const span = portionOfMonth(year, said.month, said.portion);
  const isOver = span.last < today && said.year === undefined && said.plusYears === undefined;
  return ahead(
    isOver ? portionOfMonth(year + 1, said.month, said.portion) : span,
    calendar,
    isOver || said.portion !== undefined,
  );
}

/** "Die erste Januarwoche" is its first seven days, the last one its last seven. */
export function resolveMonthWeek(said: Said<"month-week">, calendar: Calendar): DayReading {
  const { nth } = said;
  const spans = [0, 1].map((years) => {
    const { year, month } = monthOfWeek(said, years, calendar);
    const last = daysInMonth(year, month);
    const first = nth > 0 ? 7 * nth - 6 : last - 6;
    return { first: dateOf(year, month, first), last: dateOf(year, month, Math.min(last, first + 6)) };
  });
  const span = spans.find((candidate) => candidate.last >= calendar.today);
  return span ? ahead(span, calendar, true) : { spans: [], notes: [], doubt: { kind: "past" } };
}

/** "Of next month" is one month, "of December" that of this year or the next. */
function monthOfWeek({ month, plusMonths = 0 }: Said<"month-week">, years: number, { today }: Calendar) {
  return month === undefined ? monthPlus(today, plusMonths) : { year: yearOf(today) + years, month };
}

function portionOfMonth(year: number, month: number, portion: Portion | undefined): DaySpan {
  const end = daysInMonth(year, month);
  const bounds = {
    start: [1, 10],
    middle: [11, 20],
    end: [21, end],
    "first-half": [1, 15],
    "second-half": [16, end],
  } as const;
  const [first, last] = portion ? bounds[portion] : [1, end];
  return { first: dateOf(year, month, first), last: dateOf(year, month, last) };
}

export function resolveWeekend({ sense, plusWeeks }: Said<"weekend">, calendar: Calendar): DayReading {
  const { today } = calendar;
  const saturday = addDays(mondayOf(today), 5 + 7 * plusWeeks);
  const weekend = (weeks: number) => ({ first: addDays(saturday, 7 * weeks), last: addDays(saturday, 7 * weeks + 1) });
  const isNow = weekdayOf(today) === 6 || weekdayOf(today) === 0;
  if (sense === "after-next") return ahead(weekend(isNow ? 2 : 1), calendar, true);
  if (sense !== "next") return ahead(weekend(0), calendar, false);
  if (isNow) return ahead(weekend(1), calendar, true);
  const spans = [weekend(0), weekend(1)];
  return { spans, notes: [], doubt: { kind: "which-day", spans } };
}

export function resolveHoliday({ holiday, relation }: Said<"holiday">, calendar: Calendar): DayReading {
  const span = nextHoliday(holiday, calendar);
  if (!span) return { spans: [], notes: [], doubt: { kind: "nothing" } };
  const reading = besideHoliday(span, relation, calendar);
  // "Am dritten Advent", said two days after it: hardly next year's.
  const isFar = daysBetween(calendar.today, span.first) > FAR_DAYS;
  return isFar ? { ...reading, doubt: { kind: "far-date", date: span.first } } : reading;
}

function besideHoliday(span: DaySpan, relation: HolidayRelation, calendar: Calendar): DayReading {
  if (relation === "on") return ahead(span, calendar, true);
  if (relation === "day-before") return ahead(oneDay(addDays(span.first, -1)), calendar, true);
  if (relation === "day-after") return ahead(oneDay(addDays(span.last, 1)), calendar, true);
  const after = { first: addDays(span.last, 1), last: addDays(span.last, AROUND_HOLIDAY_DAYS) };
  const before = { first: addDays(span.first, -AROUND_HOLIDAY_DAYS), last: addDays(span.first, -1) };
  return ahead(relation === "after" ? after : before, calendar, true);
}

/** "Der zweite Montag im Dezember"; the last one is -1. */
export function resolveNthWeekday(said: Said<"nth-weekday">, { today }: Calendar): DayReading {
  const base =
    said.month === undefined ? monthPlus(today, said.plusMonths) : { year: yearOf(today), month: said.month };
  for (const year of said.month === undefined ? [base.year] : [base.year, base.year + 1]) {
    const last = daysInMonth(year, base.month);
    const all = Array.from({ length: last }, (_, i) => dateOf(year, base.month, i + 1));
    const fitting = all.filter((date) => weekdayOf(date) === said.weekday);
    const date = fitting.at(said.nth > 0 ? said.nth - 1 : said.nth);
    if (date && date >= today) return { spans: [oneDay(date)], notes: [{ kind: "day", span: oneDay(date) }] };
  }
  return { spans: [], notes: [], doubt: { kind: "past" } };
}

/** What of a span is still to come; said back where its limits are our choice. */
export function ahead(span: DaySpan, { today }: Calendar, worthSaying: boolean): DayReading {
  const coming = notBeforeDay(span, today);
  if (!coming) return { spans: [], notes: [], doubt: { kind: "past" } };
  return { spans: [coming], notes: worthSaying ? [{ kind: "day", span: coming }] : [] };
}
