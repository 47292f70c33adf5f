import { fullYear } from "../time/dates";
import { type DayRef, day, type Element } from "../time/elements";
import { either, given, lookup, map, maybe, notBefore, onlyBefore, type Rule, seq, token, word } from "../time/grammar";
import type { Token } from "../time/tokens";
import { cardinal, ordinal, year } from "./numbers";
import { MONTHS, UNITS, WEEKDAYS } from "./words";

const article = maybe(word("on", "for"));
const the = maybe(word("the"));
const comma = maybe(word(","));
const monthName = lookup(MONTHS);
const dayNumber = either(ordinal, cardinal);

/** "December 3rd", "3rd of December", "3 December". */
const dayAndMonth: Rule<{ day: number; month: number }> = either(
  map(seq(the, dayNumber, maybe(word("of")), monthName), ([, value, , month]) =>
    value >= 1 && value <= 39 ? { day: value, month } : null,
  ),
  map(seq(monthName, the, dayNumber), ([month, , value]) => (value >= 1 && value <= 39 ? { day: value, month } : null)),
  token(["date"], ({ values: [value, month, inYear] }) =>
    value && month && inYear === undefined ? { day: value, month } : null,
  ),
);

const withYear: Rule<DayRef> = either(
  map(
    seq(dayAndMonth, comma, maybe(year)),
    ([date, , inYear]): DayRef => ({ kind: "date", ...date, ...(inYear && { year: inYear }) }),
  ),
  map(dayAndMonth, (date): DayRef => ({ kind: "date", ...date })),
  map(seq(dayAndMonth, word("next"), word("year")), ([date]): DayRef => ({ kind: "date", ...date, plusYears: 1 })),
  token(["date"], ({ values: [value, month, inYear] }): DayRef | null =>
    value && month && inYear !== undefined ? { kind: "date", day: value, month, year: fullYear(inYear) } : null,
  ),
);

/**
 * "3/12" is the third of December on one side of the sea and the twelfth of March on the other: both, unless
 * only one can be. Whoever writes "03/12" to a place in Germany writes as it is written there.
 */
const slashed: Rule<DayRef> = token(["slashed"], ({ text, values: [first, second, inYear] }): DayRef | null => {
  if (!first || !second) return null;
  const ofYear = inYear === undefined ? {} : { year: fullYear(inYear) };
  const dayFirst: DayRef = { kind: "date", day: first, month: second, ...ofYear };
  const monthFirst: DayRef = { kind: "date", day: second, month: first, ...ofYear };
  if (second > 12 || first === second) return monthFirst;
  return first > 12 || text.startsWith("0") ? dayFirst : { kind: "either", readings: [dayFirst, monthFirst] };
});

const counted = word(
  "appointment",
  "time",
  "slot",
  "available",
  "free",
  "one",
  "thing",
  "week",
  "weekend",
  "floor",
  "visit",
  "half",
  "possible",
  ..."option customer opening days few couple choice treatment session jab dose vaccination injection lesson class offer try tooth".split(
    " ",
  ),
);
/** "The second or third week": no second of the month. */
const alikeCounted = seq(
  word("or", "and", "to"),
  maybe(word("the")),
  ordinal,
  either<unknown>(counted, lookup(WEEKDAYS)),
);
/** "The first ten days" is no first of the month. */
const countedDays = seq(cardinal, word("days", "weeks", "appointments", "slots"));
/** "The 15.", as it is written in German. */
const dotted: Rule<number> = token(["ordinal"], ({ text, values: [value = 0] }) =>
  text.endsWith(".") && value >= 1 && value <= 31 ? value : null,
);
const dayOnly: Rule<DayRef> = notBefore(
  map(seq(word("the"), either(ordinal, dotted)), ([, value]): DayRef => ({ kind: "date", day: value })),
  either<unknown>(counted, countedDays, alikeCounted, lookup(WEEKDAYS)),
);
/** "Tuesday the 24": in figures, where it is no hour. */
const dayInFigures: Rule<DayRef> = notBefore(
  map(seq(word("the"), cardinal), ([, value]): DayRef | null =>
    value > 12 && value <= 31 ? { kind: "date", day: value } : null,
  ),
  either<unknown>(counted, word(...UNITS), word("o'clock", "hundred", "minute", "year", "euro", "day"), cardinal),
);
const afterLink: ReadonlySet<string> = new Set(["to", "and", "or", "until", "till", "through", "-", "–"]);
/** "The 11th, 12th or 13th". */
const isListed = (tokens: readonly Token[], at: number): boolean =>
  afterLink.has(tokens[at - 1]?.text ?? "") ||
  tokens[at - 1]?.kind === "ordinal" ||
  (tokens[at - 1]?.text === "," && tokens[at - 2]?.kind === "ordinal");
/** "27th or 28th", "27th": a high one in figures is a day; a low one may count anything. */
const isWrittenDay = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === "ordinal" &&
  ((tokens[at]?.values[0] ?? 0) > 5 ||
    (afterLink.has(tokens[at + 1]?.text ?? "") && tokens[at + 2]?.kind === "ordinal"));
const dayOnlyLinked: Rule<DayRef> = given(
  notBefore(
    map(ordinal, (value): DayRef => ({ kind: "date", day: value })),
    counted,
  ),
  (tokens, at) => isListed(tokens, at) || isWrittenDay(tokens, at),
);
/** "Twenty first or twenty second": so high they are days. */
const dayBeforeDay: Rule<DayRef> = onlyBefore(
  map(ordinal, (value): DayRef | null => (value > 12 && value <= 31 ? { kind: "date", day: value } : null)),
  seq(word(...afterLink), the, ordinal),
);

/** "The twelfth of the first". */
const monthByNumber: Rule<DayRef> = map(seq(the, ordinal, word("of"), the, ordinal), ([, value, , , month]) =>
  value >= 1 && value <= 31 && month <= 12 ? { kind: "date", day: value, month } : null,
);

const anyDate: Rule<DayRef> = either(
  withYear,
  monthByNumber,
  slashed,
  dayOnly,
  dayInFigures,
  dayOnlyLinked,
  dayBeforeDay,
);

const withWeekday: Rule<DayRef> = map(seq(lookup(WEEKDAYS), comma, anyDate), ([weekday, , ref]): DayRef | null =>
  ref.kind === "date" ? { ...ref, weekday } : null,
);

type OfMonth = { month?: number; plusMonths: number };
const ofMonthRule: Rule<OfMonth> = either<OfMonth>(
  map(monthName, (month) => ({ month, plusMonths: 0 })),
  map(seq(the, maybe(word("this", "next", "following", "coming")), word("month")), ([, which]) => ({
    plusMonths: which === null || which === "this" ? 0 : 1,
  })),
);
const nthWeekday: Rule<DayRef> = map(
  seq(
    maybe(word("the")),
    either(
      ordinal,
      map(word("last"), () => -1),
    ),
    lookup(WEEKDAYS),
    word("of", "in"),
    either<OfMonth>(
      ofMonthRule,
      map(seq(the, maybe(word("new", "next", "coming")), word("year")), () => ({ month: 1, plusMonths: 0 })),
    ),
  ),
  ([, nth, weekday, , ofMonth]): DayRef => nthDay(nth, weekday, ofMonth),
);
const nthDay = (nth: number, weekday: number, ofMonth: OfMonth): DayRef => ({
  kind: "nth-weekday",
  nth,
  weekday,
  ...ofMonth,
});

/** "The first weekend in December": the Saturday, and the day behind it. */
const nthWeekend: Rule<DayRef> = map(
  seq(
    the,
    either(
      ordinal,
      map(word("last"), () => -1),
    ),
    word("weekend"),
    word("of", "in"),
    ofMonthRule,
  ),
  ([, nth, , , ofMonth]): DayRef => {
    const saturday = nthDay(nth, 6, ofMonth);
    return { kind: "span", first: saturday, last: { kind: "follows", day: saturday, days: 1 } };
  },
);

/** "The 14th of December", "Monday the 14th". */
export const datePhrase: Rule<DayRef> = either(anyDate, withWeekday);

/** "The first ten days of November". */
const firstDays: Rule<DayRef> = map(
  seq(the, word("first"), cardinal, word("days"), word("of", "in"), monthName),
  ([, , count, , , month]): DayRef | null =>
    count >= 2 && count <= 28
      ? { kind: "span", first: { kind: "date", day: 1, month }, last: { kind: "date", day: count, month } }
      : null,
);

/** "The last two weeks of December". */
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const weeksOfMonth: Rule<DayRef> = map(
  seq(the, word("first", "last"), cardinal, word("weeks"), word("of", "in"), monthName),
  ([, side, weeks, , , month]): DayRef | null => {
    const end = LENGTHS[month - 1] ?? 0;
    if (weeks < 2 || weeks > 3) return null;
    return side === "first" ? spanOf(month, 1, 7 * weeks) : spanOf(month, end - 7 * weeks + 1, end);
  },
);

/** "15 to 18 January", "January 15-18". */
const till = word("to", "until", "till", "through", "-", "–");
const starting = maybe(word("from"));
const monthSpan: Rule<DayRef> = either(
  map(
    seq(starting, the, dayNumber, till, the, dayNumber, maybe(word("of")), monthName),
    ([, , from, , , until, , month]) => spanOf(month, from, until),
  ),
  map(seq(starting, monthName, the, dayNumber, till, the, dayNumber), ([, month, , from, , , until]) =>
    spanOf(month, from, until),
  ),
);
function spanOf(month: number, from: number, until: number): DayRef | null {
  if (from >= until || until > 31) return null;
  return { kind: "span", first: { kind: "date", day: from, month }, last: { kind: "date", day: until, month } };
}

export const dateRule: Rule<Element[]> = map(
  map(seq(article, either(datePhrase, nthWeekday, nthWeekend, monthSpan, weeksOfMonth, firstDays)), ([, ref]) => ref),
  day,
);
