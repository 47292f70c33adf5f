import { parseAsArrayOf, parseAsBoolean, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { addDays, daysBetween, type LocalDate, toLocal, weekdayOf } from "@/server/core/time-zone";

export const VIEWS = ["day", "week", "month"] as const;
export type View = (typeof VIEWS)[number];
export const COLOURINGS = ["status", "service", "staff"] as const;
export type Colouring = (typeof COLOURINGS)[number];

/** The page's state in the URL, read alike on the server and in the browser. */
export const calendarParsers = {
  view: parseAsStringLiteral(VIEWS).withDefault("day"),
  /** A day of what is shown; today unless it is named. */
  date: parseAsString,
  /** Whose columns are shown; all of them when it is empty. */
  staff: parseAsArrayOf(parseAsString).withDefault([]),
  colour: parseAsStringLiteral(COLOURINGS).withDefault("status"),
  /** Whether customers hear of what is dragged. */
  tell: parseAsBoolean.withDefault(false),
  open: parseAsString,
  session: parseAsString,
};

interface Clock {
  zone: string;
  now: number;
}

const isDate = (text: string | null): text is LocalDate =>
  text !== null && /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

export function shownDate(date: string | null, { zone, now }: Clock): LocalDate {
  return isDate(date) ? date : toLocal(zone, now).date;
}

const mondayOf = (date: LocalDate) => addDays(date, -((weekdayOf(date) + 6) % 7));
const firstOfMonth = (date: LocalDate) => `${date.slice(0, 8)}01`;

/** The first of the month that comes as many months later. */
function addMonths(date: LocalDate, months: number): LocalDate {
  const at = new Date(firstOfMonth(date));
  at.setUTCMonth(at.getUTCMonth() + months);
  return at.toISOString().slice(0, 10);
}

/** Every day on the page: one, a week from Monday, or all the weeks that a month touches. */
export function shownDays(view: View, date: LocalDate): LocalDate[] {
  if (view === "day") return [date];
  const first = mondayOf(view === "week" ? date : firstOfMonth(date));
  const weeks = view === "week" ? 1 : Math.ceil(daysBetween(first, addMonths(date, 1)) / 7);
  return Array.from({ length: weeks * 7 }, (_, index) => addDays(first, index));
}

/** One page on or back. */
export function turn(view: View, { date, by }: { date: LocalDate; by: 1 | -1 }): LocalDate {
  if (view === "month") return addMonths(date, by);
  return addDays(date, view === "week" ? 7 * by : by);
}

/** The same question for the same page: the server asks it first, the browser finds the answer. */
export function toCalendarInput(
  { view, date }: { view: View; date: string | null },
  { branchId, ...clock }: Clock & { branchId: string | null },
) {
  const days = shownDays(view, shownDate(date, clock));
  return { date: days[0] ?? "", dayCount: days.length, ...(branchId ? { branchId } : {}) };
}
