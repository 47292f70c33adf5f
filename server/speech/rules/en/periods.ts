import { type DayRef, day, type Element, type Portion } from "../time/elements";
import { either, lookup, map, maybe, notBefore, phrases, type Rule, seq, word } from "../time/grammar";
import { cardinal, ordinal, year } from "./numbers";
import { MONTHS, PORTIONS } from "./words";

const lead = maybe(word("in", "at", "on", "for", "during", "around"));
const the = maybe(word("the"));
const portion: Rule<Portion> = map(seq(the, lookup(PORTIONS), maybe(word("of", "-", "in")), the), ([, value]) => value);

const WEEKS: ReadonlyMap<string, number> = new Map([
  ["this", 0],
  ["next", 1],
  ["coming", 1],
  ["following", 1],
]);
const plusOf = lookup(WEEKS);

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
    lookup(MONTHS),
  ),
  ([, , nth, , , value]): DayRef | null => (nth <= 5 ? { kind: "month-week", nth, month: value } : null),
);

const week: Rule<DayRef> = either(
  monthWeek,
  map(phrases("later in the week", "later this week"), (): DayRef => ({ kind: "week", plus: 0, portion: "end" })),
  map(seq(lead, maybe(portion), maybe(plusOf), word("week")), ([, part, plus]): DayRef | null =>
    part === null && plus === null ? null : { kind: "week", plus: plus ?? 0, ...(part && { portion: part }) },
  ),
  map(seq(lead, the, phrases("week after next")), (): DayRef => ({ kind: "week", plus: 2 })),
  map(
    seq(lead, maybe(word("calendar")), word("week"), maybe(word("number")), cardinal, maybe(year)),
    ([, , , , value, inYear]): DayRef => ({
      kind: "calendar-week",
      week: value,
      ...(inYear && { year: inYear }),
    }),
  ),
  map(
    seq(lead, the, word("week"), word("of"), the, lookup(MONTHS), either(ordinal, cardinal)),
    ([, , , , , month, value]): DayRef => ({
      kind: "week-of",
      day: { kind: "date", day: value, month },
    }),
  ),
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
  map(phrases("at weekends", "on weekends", "weekends"), (): DayRef => ({ kind: "every", weekdays: [6, 0] })),
);

const HOLIDAYS: Record<string, string[]> = {
  "new-year": ["new year's day", "new year's", "new years day", "new year"],
  easter: ["easter"],
  "easter-sunday": ["easter sunday"],
  "easter-monday": ["easter monday"],
  "maundy-thursday": ["maundy thursday"],
  "good-friday": ["good friday"],
  pentecost: ["pentecost"],
  "whit-monday": ["whit monday"],
  ascension: ["ascension day", "ascension"],
  "labour-day": ["labour day", "may day"],
  "christmas-eve": ["christmas eve"],
  "first-christmas-day": ["christmas day"],
  "second-christmas-day": ["boxing day"],
  christmas: ["christmas", "xmas"],
  "new-years-eve": ["new year's eve", "new years eve"],
  "valentines-day": ["valentine's day", "valentines day"],
  "mothers-day": ["mother's day"],
  holidays: ["the holidays", "holidays"],
};
const holidayName: Rule<string> = either(
  ...Object.entries(HOLIDAYS).map(([name, texts]) => map(phrases(...texts), () => name)),
);

const holiday: Rule<DayRef> = map(
  seq(maybe(word("on", "at", "over", "before", "after")), holidayName),
  ([relation, name]): DayRef => ({
    kind: "holiday",
    holiday: name,
    relation: relation === "before" || relation === "after" ? relation : "on",
  }),
);

export const periodRule: Rule<Element[]> = map(either(week, month, weekend, holiday), day);
