import { type DayRef, day, type Element, type Portion } from "../time/elements";
import { either, lookup, map, maybe, notBefore, phrases, type Rule, seq, word } from "../time/grammar";
import { datePhrase } from "./dates";
import { holidayName } from "./holidays";
import { cardinal, ordinal, year } from "./numbers";
import { HALVES, MONTHS, PORTIONS, WEEKDAYS } from "./words";

const lead = maybe(word("in", "at", "on", "for", "during", "around"));
const the = maybe(word("the"));
const half: Rule<Portion> = map(phrases(...HALVES.keys()), (text) => HALVES.get(text) ?? null);
const portion: Rule<Portion> = map(
  seq(the, either(lookup(PORTIONS), half), maybe(word("of", "-", "in")), the),
  ([, value]) => value,
);

const WEEKS: ReadonlyMap<string, number> = new Map([
  ["this", 0],
  ["next", 1],
  ["coming", 1],
  ["following", 1],
]);
const plusOf = lookup(WEEKS);

const onHoliday = (name: string): DayRef => ({ kind: "holiday", holiday: name, relation: "on" });
/** "The week of the 14th", "the week starting Monday". */
const dayOfWeek: Rule<DayRef> = either(
  datePhrase,
  map(ordinal, (value): DayRef => ({ kind: "date", day: value })),
  map(lookup(WEEKDAYS), (value): DayRef => ({ kind: "weekday", weekday: value, sense: "coming", plusWeeks: 0 })),
  map(holidayName, onHoliday),
);

/** "The first week of December". */
const monthWeek: Rule<DayRef> = map(
  seq(
    lead,
    the,
    either(
      ordinal,
      map(word("last"), () => -1),
    ),
    word("week"),
    word("of", "in"),
    the,
    either<{ month: number } | { plusMonths: number }>(
      map(lookup(MONTHS), (month) => ({ month })),
      map(seq(plusOf, word("month")), ([plusMonths]) => ({ plusMonths })),
    ),
  ),
  ([, , nth, , , , ofMonth]): DayRef | null => (nth <= 5 ? { kind: "month-week", nth, ...ofMonth } : null),
);

const week: Rule<DayRef> = either(
  monthWeek,
  map(phrases("later in the week", "later this week"), (): DayRef => ({ kind: "week", plus: 0, portion: "end" })),
  map(seq(lead, maybe(portion), maybe(plusOf), word("week")), ([, part, plus]): DayRef | null =>
    part === null && plus === null ? null : { kind: "week", plus: plus ?? 0, ...(part && { portion: part }) },
  ),
  map(seq(lead, the, phrases("week after next")), (): DayRef => ({ kind: "week", plus: 2 })),
  map(
    seq(lead, maybe(word("calendar")), word("week", "cw", "kw"), maybe(word("number")), cardinal, maybe(year)),
    ([, , , , value, inYear]): DayRef => ({
      kind: "calendar-week",
      week: value,
      ...(inYear && { year: inYear }),
    }),
  ),
  map(
    seq(
      lead,
      the,
      word("week"),
      word("of", "commencing", "starting", "beginning", "from"),
      maybe(word("on")),
      dayOfWeek,
    ),
    ([, , , , , ref]): DayRef => ({ kind: "week-of", day: ref }),
  ),
  map(
    seq(lead, the, word("week"), word("before", "after"), either(datePhrase, map(holidayName, onHoliday))),
    ([, , , side, ref]): DayRef => ({ kind: "week-of", day: ref, plus: side === "after" ? 1 : -1 }),
  ),
  map(seq(lead, holidayName, word("week")), ([, name]): DayRef => ({ kind: "week-of", day: onHoliday(name) })),
);

/** "May I come on Friday" asks for leave. */
const monthName = notBefore(lookup(MONTHS), word("i", "we", "you", "my", "be", "have"));

const month: Rule<DayRef> = either(
  map(
    seq(lead, maybe(portion), monthName, maybe(year)),
    ([, part, value, inYear]): DayRef => ({
      kind: "month",
      month: value,
      plus: 0,
      ...(part && { portion: part }),
      ...(inYear && { year: inYear }),
    }),
  ),
  map(seq(lead, maybe(portion), maybe(plusOf), word("month")), ([, part, plus]): DayRef | null =>
    part === null && plus === null ? null : { kind: "month", plus: plus ?? 0, ...(part && { portion: part }) },
  ),
  map(
    phrases("in the new year", "early next year", "beginning of next year"),
    (): DayRef => ({ kind: "month", month: 1, plus: 0 }),
  ),
);

const weekend: Rule<DayRef> = either(
  map(
    seq(lead, the, maybe(plusOf), word("weekend")),
    ([, , plus]): DayRef => ({
      kind: "weekend",
      sense: plus === 1 ? "next" : "bare",
      plusWeeks: 0,
    }),
  ),
  map(
    seq(lead, the, phrases("weekend after next")),
    (): DayRef => ({
      kind: "either",
      readings: [
        { kind: "weekend", sense: "after-next", plusWeeks: 0 },
        { kind: "weekend", sense: "bare", plusWeeks: 2 },
      ],
    }),
  ),
  map(phrases("at weekends", "on weekends", "weekends"), (): DayRef => ({ kind: "every", weekdays: [6, 0] })),
);

const holiday: Rule<DayRef> = map(
  seq(maybe(word("on", "at", "over", "before", "after")), holidayName),
  ([relation, name]): DayRef => ({
    kind: "holiday",
    holiday: name,
    relation: relation === "before" || relation === "after" ? relation : "on",
  }),
);

/** "The second or third week of February". */
const eitherMonthWeek: Rule<Element[]> = map(
  seq(lead, the, ordinal, word("or", "and", "to"), the, monthWeek),
  ([, , nth, , , second]): Element[] | null =>
    second.kind === "month-week" && nth <= 5 && second.nth !== -1
      ? [{ kind: "day", ref: { ...second, nth } }, { kind: "or" }, { kind: "day", ref: second }]
      : null,
);

/** "The week after that". */
const weekAfter: Rule<Element[]> = map(
  either<unknown>(
    phrases("the week after that", "week after that", "the week following"),
    notBefore(phrases("the week after"), either<unknown>(word("next", "the", "my"), holidayName, datePhrase)),
  ),
  (): Element[] => [{ kind: "week-after" }],
);

/** "Next month some time, the last week": of the month named before. */
const weekOfNamed: Rule<Element[]> = map(
  notBefore(
    seq(
      word("the"),
      either(
        map(ordinal, (nth) => (nth <= 5 ? nth : null)),
        map(word("last"), () => -1),
      ),
      word("week"),
    ),
    word("of", "in"),
  ),
  ([, nthWeek]): Element[] => [{ kind: "following", nthWeek }],
);

export const period: Rule<DayRef> = either(week, month);

export const periodRule: Rule<Element[]> = either(
  map(either(week, month, weekend, holiday), day),
  weekAfter,
  weekOfNamed,
  eitherMonthWeek,
);
