import { addDays, type LocalDate, weekdayOf } from "@/server/core/time";
import { dateOf, dayOf, daysInMonth, daysOf, mondayOf, monthPlus, oneDay, overlap } from "./dates";
import { isBetweenDaysOfMonth } from "./day-limits";
import type { DayRef, HolidayRelation } from "./elements";
import type { Calendar, DayReading, DaySpan } from "./reading";
import { resolveDate } from "./resolve-date";
import {
  ahead,
  resolveCalendarWeek,
  resolveHoliday,
  resolveMonth,
  resolveMonthWeek,
  resolveNthWeekday,
  resolveWeek,
  resolveWeekend,
} from "./resolve-period";
import { resolveWeekday, resolveWeekdayInWeeks } from "./resolve-weekday";

type Said<K extends DayRef["kind"]> = Extract<DayRef, { kind: K }>;

/** "Ab Montag" and "montags" have no end of their own: this far is looked ahead. */
const OPEN_END_DAYS = 28;

/** The days that a phrase can mean, seen from the calendar's today. */
export function resolveDays(ref: DayRef, calendar: Calendar): DayReading {
  switch (ref.kind) {
    case "offset":
      return { spans: [oneDay(addDays(calendar.today, ref.days))], notes: [] };
    case "weekday":
      return resolveWeekday(ref, calendar);
    case "weekday-in-weeks":
      return resolveWeekdayInWeeks(ref, calendar);
    case "date":
      return resolveDate(ref, calendar);
    case "nth-weekday":
      return resolveNthWeekday(ref, calendar);
    case "week":
      return resolveWeek(ref, calendar);
    case "month-week":
      return resolveMonthWeek(ref, calendar);
    case "calendar-week":
      return resolveCalendarWeek(ref, calendar);
    case "month":
      return resolveMonth(ref, calendar);
    case "weekend":
      return resolveWeekend(ref, calendar);
    case "holiday":
      return resolveHoliday(ref, calendar);
    case "every":
      return resolveEvery(ref, calendar);
    case "week-of":
      return resolveWeekOf(ref, calendar);
    case "follows":
      return resolveFollowing(ref, calendar);
    case "months-ahead":
      return resolveMonthsAhead(ref, calendar);
    case "days-ahead":
      return resolveDaysAhead(ref, calendar);
    case "either":
      return resolveEither(ref, calendar);
    case "each":
      return resolveEach(ref, calendar);
    case "span":
      return resolveSpan(ref, calendar);
    case "within":
      return resolveWithin(ref, calendar);
    case "past":
      return { spans: [], notes: [], doubt: { kind: "past" } };
  }
}

function resolveDaysAhead({ first, last }: Said<"days-ahead">, { today }: Calendar): DayReading {
  const span = { first: addDays(today, first), last: addDays(today, last) };
  return { spans: [span], notes: [{ kind: "day", span }] };
}

/** The same day of a later month, or that month's last day where it is shorter. */
function resolveMonthsAhead({ months }: Said<"months-ahead">, { today }: Calendar): DayReading {
  const { year, month } = monthPlus(today, months);
  const span = oneDay(dateOf(year, month, Math.min(dayOf(today), daysInMonth(year, month))));
  return { spans: [span], notes: [{ kind: "day", span }] };
}

function resolveEvery({ weekdays }: Said<"every">, { today }: Calendar): DayReading {
  const span = { first: today, last: addDays(today, OPEN_END_DAYS - 1) };
  const spans = daysOf(span).filter((date) => weekdays.includes(weekdayOf(date)));
  return { spans: spans.map(oneDay), notes: [{ kind: "every-day", span }] };
}

function resolveFollowing({ day, days, weekday, isBefore }: Said<"follows">, calendar: Calendar): DayReading {
  const { spans, doubt } = resolveDays(day, calendar);
  const [base] = spans;
  if (!base) return { spans, notes: [], ...(doubt && { doubt }) };
  const from = isBefore ? base.first : base.last;
  const way = isBefore ? -1 : 1;
  const apart = weekday === undefined ? (days ?? 0) : ((7 + way * (weekday - weekdayOf(from))) % 7 || 7) * way;
  const span = oneDay(addDays(from, apart));
  if (span.first < calendar.today) return { spans: [], notes: [], doubt: { kind: "past" } };
  return { spans: [span], notes: [{ kind: "day", span }], ...(doubt && { doubt }) };
}

function resolveWeekOf({ day, plus = 0 }: Said<"week-of">, calendar: Calendar): DayReading {
  const reading = resolveDays(day, calendar);
  const first = reading.spans[0]?.first;
  if (!first) return reading;
  const monday = addDays(mondayOf(first), 7 * plus);
  const week = ahead({ first: monday, last: addDays(monday, 6) }, calendar, true);
  // "Die Woche nach Neujahr", which is a Tuesday: the rest of that week, or the next.
  const isEarly = day.kind === "holiday" && plus > 0 && [1, 2, 3].includes(weekdayOf(first));
  const doubt = reading.doubt ?? (isEarly ? { kind: "confirm" as const } : undefined);
  return doubt ? { ...week, doubt: week.doubt ?? doubt } : week;
}

/** A reading that lies nearly a year ahead is none beside one that is near. */
function resolveEither({ readings }: Said<"either">, calendar: Calendar): DayReading {
  const read = readings.map((ref) => resolveDays(ref, calendar)).filter(({ spans }) => spans.length > 0);
  const [near, ...others] = read.filter(({ doubt }) => doubt?.kind !== "far-date");
  const spans = read.flatMap((reading) => reading.spans);
  // In a weekend two readings of "the one after next" are the same.
  if (near && others.every((other) => JSON.stringify(other.spans) === JSON.stringify(near.spans)))
    return { ...near, notes: near.spans.map((span) => ({ kind: "day", span })) };
  return { spans, notes: [], doubt: { kind: "which-day", spans } };
}

function resolveEach({ days }: Said<"each">, calendar: Calendar): DayReading {
  const read = days.map((ref) => resolveDays(ref, calendar));
  const doubt = read.find((reading) => reading.doubt)?.doubt;
  const [spans, notes] = [read.flatMap((reading) => reading.spans), read.flatMap((reading) => reading.notes)];
  return { spans, notes, ...(doubt && { doubt }) };
}

function resolveSpan({ first, last, firstShift = 0, lastShift = 0 }: Said<"span">, calendar: Calendar): DayReading {
  const begin = first && resolveDays(alikeMonth(first, last, calendar), calendar);
  const from = begin?.spans[0]
    ? addDays(firstShift > 0 ? begin.spans[0].last : begin.spans[0].first, firstShift)
    : undefined;
  if (begin && !from) return begin;
  const end = last && resolveEnd(last, from, calendar);
  // "Zwischen Ostern und Pfingsten", said in April: it has begun, and the Easter to come is another year's.
  if (from && hasBegun({ first, end, from })) return resolveSpan({ kind: "span", last, lastShift }, calendar);
  const to = end?.spans[0] ? addDays(lastShift < 0 ? end.spans[0].first : end.spans[0].last, lastShift) : undefined;
  if (end && !to) return end;
  const start = from ?? calendar.today;
  const span = { first: start, last: to ?? addDays(start, OPEN_END_DAYS - 1) };
  if (span.last < span.first) return { spans: [], notes: [], doubt: { kind: "confirm" } };
  // "Vom zwanzigsten bis dreißigsten", said in February: into March, which nobody said.
  const isMonthLeftOut = isDayOfSomeMonth(first) && isDayOfSomeMonth(last) && first.day < last.day && monthsApart(span);
  const doubt = begin?.doubt ?? (isMonthLeftOut ? { kind: "confirm" as const } : from ? undefined : end?.doubt);
  return { spans: [span], notes: [{ kind: "day", span }], ...(doubt && { doubt }) };
}

const isDayOfSomeMonth = (day: DayRef | undefined): day is Said<"date"> =>
  day?.kind === "date" && day.month === undefined;
const monthsApart = ({ first, last }: DaySpan): boolean => first.slice(0, 7) !== last.slice(0, 7);

function hasBegun({ first, end, from }: { first: DayRef | undefined; end: DayReading | undefined; from: LocalDate }) {
  const to = end?.spans[0]?.last;
  return first?.kind === "holiday" && to !== undefined && to < from;
}

/** The end of a span lies after its beginning: "von Donnerstag bis Dienstag" is the Tuesday after that Thursday. */
function resolveEnd(last: DayRef, from: LocalDate | undefined, calendar: Calendar): DayReading {
  if (!from)
    return last.kind === "weekday" ? resolveDays({ ...last, sense: "coming" }, calendar) : resolveDays(last, calendar);
  if (last.kind === "weekday" && last.sense !== "next") {
    const days = (last.weekday - weekdayOf(from) + 7) % 7;
    return { spans: [oneDay(addDays(from, days + 7 * last.plusWeeks))], notes: [] };
  }
  if (last.kind !== "date") return resolveDays(last, calendar);
  return resolveDate(last, { ...calendar, today: from });
}

/** "Vom 28. bis 3. Dezember": a day without a month belongs before its end, in that month or the one before. */
function alikeMonth(first: DayRef, last: DayRef | undefined, calendar: Calendar): DayRef {
  if (first.kind !== "date" || first.month !== undefined || last?.kind !== "date" || last.month === undefined)
    return first;
  const end = resolveDate(last, calendar).spans[0]?.first;
  if (!end) return first;
  const { year, month } = monthPlus(end, first.day <= last.day ? 0 : -1);
  return { ...first, month, year };
}

/** Days named inside a period ("nächste Woche Dienstag"); where they do not meet, the day alone counts, and is confirmed. */
function resolveWithin({ day, period, shared }: Said<"within">, calendar: Calendar): DayReading {
  const feast = feastDayBefore({ day, period });
  if (feast) return resolveDays(feast, calendar);
  const around = resolveDays(period, calendar);
  const spans = nearestToHoliday(
    { day, period },
    around.spans.flatMap((span) => daysInside(day, span, calendar)),
  );
  const doubt = around.doubt && spans.length > 1 ? { ...around.doubt, spans } : around.doubt;
  if (spans.length > 0) return { spans, notes: [], ...(doubt && { doubt }) };
  const alone = resolveDays(day, calendar);
  if (shared) return alone;
  return { ...alone, doubt: alone.doubt ?? { kind: "confirm" } };
}

/** "Samstag vor Ostern" is the one of those days; "Freitag vor Ostern" may be Good Friday or the one before. */
function feastDayBefore({ day, period }: Omit<Said<"within">, "kind">): DayRef | null {
  if (day.kind !== "weekday" || period.kind !== "holiday") return null;
  if (period.holiday !== "easter" || period.relation !== "before") return null;
  const named = (holiday: string, relation: HolidayRelation): DayRef => ({ kind: "holiday", holiday, relation });
  if (day.weekday === 6) return named("easter-sunday", "day-before");
  if (day.weekday !== 5) return null;
  const weekBefore: DayRef = { kind: "follows", day: named("palm-sunday", "on"), weekday: 5, isBefore: true };
  return { kind: "either", readings: [weekBefore, named("good-friday", "on")] };
}

/** "Der Montag nach Ostern" is the first one after it, "der Freitag vor Weihnachten" the last one before. */
function nearestToHoliday({ day, period }: Omit<Said<"within">, "kind">, spans: DaySpan[]): DaySpan[] {
  if (day.kind !== "weekday") return spans;
  // "Nach dem Wochenende am Dienstag": no other than the first.
  if (period.kind === "span" && period.firstShift && !period.last) return spans.slice(0, 1);
  if (period.kind !== "holiday") return spans;
  if (period.relation === "after") return spans.slice(0, 1);
  return period.relation === "before" ? spans.slice(-1) : spans;
}

function daysInside(day: DayRef, span: DaySpan, calendar: Calendar): DaySpan[] {
  if (day.kind === "weekday" || day.kind === "every") {
    const weekdays = day.kind === "weekday" ? [day.weekday] : day.weekdays;
    return daysOf(span)
      .filter((date) => weekdays.includes(weekdayOf(date)))
      .map(oneDay);
  }
  if (day.kind === "weekend") {
    const saturdays = daysOf(span).filter((date) => weekdayOf(date) === 6);
    return saturdays.map((date) => ({ first: date, last: addDays(date, 1) }));
  }
  if (isBetweenDaysOfMonth(day)) return partOfMonth(day, span);
  if (day.kind === "date" && day.month === undefined) {
    return daysOf(span)
      .filter((date) => dayOf(date) === day.day)
      .map(oneDay);
  }
  if (day.kind === "month" && day.month === undefined) return [];
  const met = resolveDays(day, calendar).spans.map((other) => overlap(other, span));
  return met.filter((part) => part !== null);
}

/** "Im August, aber erst nach dem fünfzehnten". */
function partOfMonth({ first, last, firstShift = 0, lastShift = 0 }: Said<"span">, span: DaySpan): DaySpan[] {
  const month = span.first.slice(0, 8);
  const dateIn = (end: DayRef | undefined) =>
    end?.kind === "date" ? `${month}${String(end.day).padStart(2, "0")}` : undefined;
  const [from, to] = [dateIn(first), dateIn(last)];
  const days = {
    first: from === undefined ? span.first : addDays(from, firstShift),
    last: to === undefined ? span.last : addDays(to, lastShift),
  };
  const met = overlap(days, span);
  return met ? [met] : [];
}

/** Whether two phrases one after the other can mean the same days ("morgen, Mittwoch"). */
export function agree(a: DayRef, b: DayRef, calendar: Calendar): boolean {
  const others = resolveDays(b, calendar).spans;
  return resolveDays(a, calendar).spans.some((span) => others.some((other) => overlap(span, other) !== null));
}
