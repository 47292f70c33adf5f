import { type DayRef, day, type Element, unsure, type WeekdaySense } from "../time/elements";
import {
  either,
  given,
  lookup,
  map,
  maybe,
  notAfter,
  onlyBefore,
  phrases,
  type Rule,
  seq,
  word,
} from "../time/grammar";
import { anyClock } from "./clock";
import { datePhrase } from "./dates";
import { holidayName } from "./holidays";
import { cardinal, count } from "./numbers";
import { dated, since } from "./tellings";
import { EVERY_WEEKDAY, MONTHS, WEEKDAYS } from "./words";

const SENSES: ReadonlyMap<string, WeekdaySense> = new Map([
  ["this", "this"],
  ["coming", "coming"],
  ["upcoming", "coming"],
  ["following", "coming"],
  ["next", "next"],
]);

const article = maybe(word("on", "the", "for"));
const weekdayName = lookup(WEEKDAYS);

export const nearDay: Rule<DayRef> = either(
  map(
    either<unknown>(word("today"), phrases("later today", "later on today", "still today")),
    (): DayRef => ({ kind: "offset", days: 0 }),
  ),
  map(word("tomorrow", "tomorow", "tommorow", "tommorrow"), (): DayRef => ({ kind: "offset", days: 1 })),
  map(
    phrases("the day after tomorrow", "day after tomorrow", "overmorrow"),
    (): DayRef => ({ kind: "offset", days: 2 }),
  ),
  map(phrases("the day after the day after tomorrow"), (): DayRef => ({ kind: "offset", days: 3 })),
);

export const weekday: Rule<DayRef> = either(
  map(
    seq(article, maybe(word("the")), maybe(lookup(SENSES)), weekdayName),
    ([, , sense, value]): DayRef => ({ kind: "weekday", weekday: value, sense: sense ?? "bare", plusWeeks: 0 }),
  ),
  map(
    seq(article, weekdayName, phrases("after next")),
    ([, value]): DayRef => ({
      kind: "weekday",
      weekday: value,
      sense: "after-next",
      plusWeeks: 0,
    }),
  ),
);

const every: Rule<DayRef> = either(
  map(seq(article, lookup(EVERY_WEEKDAY)), ([, value]): DayRef => ({ kind: "every", weekdays: [value] })),
  map(seq(word("every", "any"), weekdayName), ([, value]): DayRef => ({ kind: "every", weekdays: [value] })),
  map(
    phrases("weekdays", "weekday", "a weekday", "on weekdays", "on a weekday", "any weekday", "during the week"),
    (): DayRef => ({ kind: "every", weekdays: [1, 2, 3, 4, 5] }),
  ),
  map(phrases("every day", "daily", "any day"), (): DayRef => ({ kind: "every", weekdays: [0, 1, 2, 3, 4, 5, 6] })),
);

const daysUnit = word("day", "days");
const weeksUnit = word("week", "weeks");
const MONTH_UNITS: ReadonlyMap<string, number> = new Map([
  ...["month", "months"].map((text): [string, number] => [text, 1]),
  ...["year", "years"].map((text): [string, number] => [text, 12]),
]);
const fortnight = map(either(phrases("a fortnight"), word("fortnight")), () => 2);
const weeks: Rule<number> = either(
  map(seq(count, weeksUnit), ([value]) => value),
  fortnight,
);

/** "In two weeks on Friday". */
const weekdayInWeeks: Rule<DayRef> = map(
  seq(word("in"), weeks, maybe(word("time")), maybe(word("on")), maybe(word("a", "the")), weekdayName),
  ([, ahead, , , , value]): DayRef => ({ kind: "weekday-in-weeks", weekday: value, weeks: ahead }),
);

/** "Tuesday week", "a week on Tuesday", "two weeks from today". */
const weeksLater: Rule<DayRef> = either(
  map(
    seq(article, weekdayName, word("week", "fortnight")),
    ([, value, unit]): DayRef => ({
      kind: "weekday",
      weekday: value,
      sense: "bare",
      plusWeeks: unit === "week" ? 1 : 2,
    }),
  ),
  map(
    seq(
      nearDay,
      either(
        map(seq(word("in"), weeks), ([, value]) => value),
        map(word("week"), () => 1),
      ),
    ),
    ([ref, value]): DayRef | null => (ref.kind === "offset" ? { kind: "offset", days: ref.days + 7 * value } : null),
  ),
  map(
    seq(maybe(word("in")), weeks, word("on", "from"), maybe(word("this", "next")), weekdayName),
    ([, plusWeeks, , , value]): DayRef => ({
      kind: "weekday",
      weekday: value,
      sense: "bare",
      plusWeeks,
    }),
  ),
  map(
    seq(article, weekdayName, word("in"), weeks),
    ([, value, , plusWeeks]): DayRef => ({
      kind: "weekday",
      weekday: value,
      sense: "bare",
      plusWeeks,
    }),
  ),
  map(
    seq(weeks, maybe(word("from")), word("today", "now")),
    ([value]): DayRef => ({ kind: "offset", days: 7 * value }),
  ),
  map(
    seq(weeks, maybe(word("from")), word("tomorrow")),
    ([value]): DayRef => ({ kind: "offset", days: 7 * value + 1 }),
  ),
  map(
    phrases("a couple of days from now", "a few days from now"),
    (): DayRef => ({ kind: "days-ahead", first: 2, last: 5 }),
  ),
  map(seq(count, daysUnit, word("from"), word("today", "now")), ([value]): DayRef => ({ kind: "offset", days: value })),
  map(
    seq(count, lookup(MONTH_UNITS), maybe(word("from")), word("today", "now")),
    ([value, months]): DayRef => ({ kind: "months-ahead", months: value * months }),
  ),
);

/** "In two to three weeks". */
const fromTo: Rule<DayRef> = either(
  map(seq(word("in"), count, word("to", "or"), count, daysUnit), ([, first, , last]) => aheadBetween(first, last)),
  map(seq(word("in"), count, word("to", "or"), count, weeksUnit), ([, first, , last]) =>
    aheadBetween(7 * first, 7 * last),
  ),
);

/** "In a week or two". */
const oneOrMore: Rule<DayRef> = either(
  map(seq(word("in"), count, daysUnit, word("or", "to"), cardinal), ([, first, , , last]) => aheadBetween(first, last)),
  map(seq(word("in"), count, weeksUnit, word("or", "to"), cardinal), ([, first, , , last]) =>
    aheadBetween(7 * first, 7 * last),
  ),
);

function aheadBetween(first: number, last: number): DayRef | null {
  return first < last ? { kind: "days-ahead", first, last } : null;
}

const about = maybe(
  word("about", "around", "roughly", "approximately", "exactly", "precisely", "just", "like", "say", "maybe"),
);
const ahead: Rule<DayRef> = either(
  map(seq(word("in"), about, count, daysUnit), ([, , days]): DayRef => ({ kind: "offset", days })),
  map(seq(word("in"), about, weeks), ([, , value]): DayRef => ({ kind: "offset", days: 7 * value })),
  map(
    seq(word("in"), about, count, lookup(MONTH_UNITS)),
    ([, , value, months]): DayRef => ({ kind: "months-ahead", months: value * months }),
  ),
  map(phrases("in a few days", "in a couple of days"), (): DayRef => ({ kind: "days-ahead", first: 2, last: 5 })),
  map(
    phrases("in the next few days", "the next few days", "over the next few days"),
    (): DayRef => ({ kind: "days-ahead", first: 0, last: 6 }),
  ),
  map(
    seq(
      either(phrases("in the next", "within the next", "over the next", "during the next", "the next"), word("within")),
      count,
      daysUnit,
    ),
    ([, days]): DayRef => ({
      kind: "days-ahead",
      first: 0,
      last: days,
    }),
  ),
  map(
    seq(
      either(phrases("in the next", "within the next", "over the next", "during the next", "the next"), word("within")),
      weeks,
    ),
    ([, value]): DayRef => ({
      kind: "days-ahead",
      first: 0,
      last: 7 * value,
    }),
  ),
);

export const past: Rule<DayRef> = map(
  either<unknown>(
    word("yesterday"),
    phrases("day before yesterday"),
    notAfter(seq(word("last"), word("week", "month")), new Set(["the"])),
    seq(word("last"), either<unknown>(weekdayName, word("year", "time", "weekend"))),
    seq(count, word("day", "days", "week", "weeks", "month", "months", "year", "years"), word("ago")),
  ),
  (): DayRef => ({ kind: "past" }),
);

export const dayOn = (text: string) => (text === "before" ? { days: -1, isBefore: true as const } : { days: 1 });
export const side = word("after", "before");
export const sideOf = (text: string) => (text === "before" ? { isBefore: true as const } : {});
export const namedDay: Rule<DayRef> = either(
  datePhrase,
  weekday,
  map(holidayName, (name): DayRef => ({ kind: "holiday", holiday: name, relation: "on" })),
);
/** "Between now and Saturday". */
const fromNow: Rule<DayRef> = map(
  seq(word("between", "from"), word("now"), word("and", "to", "until", "till"), namedDay),
  ([, , , last]): DayRef => ({ kind: "span", first: { kind: "offset", days: 0 }, last }),
);
const it = maybe(word("that", "then", "it"));
const isOver: Rule<unknown> = (tokens, at) =>
  tokens[at] === undefined || tokens[at]?.kind === "mark" || AFTERWARDS.has(tokens[at]?.text ?? "")
    ? { value: null, next: at }
    : null;
const AFTERWARDS: ReadonlySet<string> = new Set(
  "or and maybe is would works work if please at in then instead maybe perhaps that's could can".split(" "),
);
/** "Friday I'm away, the following Friday": behind the one named, where one was. */
const followingWeekday: Rule<Element[]> = given(
  map(seq(maybe(word("on")), word("the"), word("following"), weekdayName), ([, , , value]): Element[] => [
    { kind: "following", weekday: value },
  ]),
  (tokens, at) =>
    tokens.some(({ kind, text }, i) => i < at && (kind === "ordinal" || text === "tomorrow" || WEEKDAYS.has(text))),
);

/** "Not this Friday, the one after", "not next week, the one after". */
const theOneAfter: Rule<Element[]> = (tokens, at) => {
  const found = oneAfter(tokens, at);
  if (!found) return null;
  // "He has his at ten, the one after": of that day, or of that hour.
  if (tokens.some(({ text }, i) => i < at && text === "at" && anyClock(tokens, i + 1) !== null))
    return { value: unsure(), next: found.next };
  const named = tokens.slice(0, at).findLast(({ text }) => text === "week" || WEEKDAYS.has(text));
  const one: Element = named?.text === "week" ? { kind: "week-after" } : { kind: "following", days: 7 };
  return { value: [one], next: found.next };
};
const oneAfter = onlyBefore(phrases("the one after", "the one after that", "the one following"), isOver);

/** "Not tomorrow but the day after", "the Friday after": counted from the day named before. */
const following: Rule<Element[]> = either(
  map(onlyBefore(seq(maybe(word("on")), word("the"), word("day"), side, it), isOver), ([, , , which]): Element[] => [
    { kind: "following", ...dayOn(which) },
  ]),
  theOneAfter,
  followingWeekday,
  map(phrases("the next day", "the following day"), (): Element[] => [{ kind: "following", days: 1 }]),
  map(
    onlyBefore(seq(maybe(word("on")), word("the"), weekdayName, side, it), isOver),
    ([, , value, which]): Element[] => [{ kind: "following", weekday: value, ...sideOf(which) }],
  ),
);

const anyDay = either(nearDay, weekday, every, weekdayInWeeks, fromTo, weeksLater, ahead, oneOrMore, past, fromNow);

export const dayRule: Rule<Element[]> = either(
  following,
  map(anyDay, day),
  dated(either<unknown>(anyDay, datePhrase, lookup(MONTHS))),
  since(either<unknown>(anyDay, datePhrase, lookup(MONTHS), word("then", "easter", "christmas"))),
);
