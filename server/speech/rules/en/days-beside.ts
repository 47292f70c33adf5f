import { type DayRef, day, type Element, time } from "../time/elements";
import { either, given, lookup, map, maybe, notBefore, type Rule, seq, word } from "../time/grammar";
import { dayOn, namedDay, nearDay, side, sideOf } from "./days";
import { cardinal, count, ordinal } from "./numbers";
import { MONTHS, PARTS, WEEKDAYS } from "./words";

const the = maybe(word("the"));

/** "Three days after Christmas": after which of its days, nobody knows. */
const notLong: Rule<DayRef> = map(namedDay, (ref) =>
  ref.kind === "holiday" && ["christmas", "easter", "pentecost", "holidays", "between-the-years"].includes(ref.holiday)
    ? null
    : ref,
);

/** "The day before Christmas Eve", "one day later than Friday", "the eve of the 6th". */
const dayBeside: Rule<DayRef> = either(
  map(
    seq(maybe(word("on")), word("the"), word("day"), side, namedDay),
    ([, , , which, ref]): DayRef => ({ kind: "follows", day: ref, ...dayOn(which) }),
  ),
  map(seq(count, word("day", "days"), side, notLong), ([days, , which, ref]): DayRef => {
    const isBefore = which === "before";
    return { kind: "follows", day: ref, days: isBefore ? -days : days, ...(isBefore && { isBefore }) };
  }),
  map(
    seq(count, word("day", "days"), word("earlier", "later"), word("than"), namedDay),
    ([days, , which, , ref]): DayRef => {
      const isBefore = which === "earlier";
      return { kind: "follows", day: ref, days: isBefore ? -days : days, ...(isBefore && { isBefore }) };
    },
  ),
  map(
    seq(maybe(word("on")), the, word("eve"), word("of"), namedDay),
    ([, , , , ref]): DayRef => ({ kind: "follows", day: ref, ...dayOn("before") }),
  ),
);

/** "The first Tuesday after the 20th": that one. */
const weekdayBeside: Rule<DayRef> = map(
  seq(maybe(word("on")), the, maybe(word("first", "last")), lookup(WEEKDAYS), side, namedDay),
  ([, , , weekday, which, ref]): DayRef => ({ kind: "follows", day: ref, weekday, ...sideOf(which) }),
);

/** "The weekend before Christmas". */
const weekendBeside: Rule<DayRef> = map(
  seq(maybe(word("on", "over")), the, word("weekend"), side, namedDay),
  ([, , , which, ref]): DayRef => {
    const saturday: DayRef = { kind: "follows", day: ref, weekday: SATURDAY, ...sideOf(which) };
    return { kind: "span", first: saturday, last: { kind: "follows", day: saturday, days: 1 } };
  },
);
const SATURDAY = 6;

/** "The evening before the 20th". */
const partBeside: Rule<Element[]> = map(
  seq(maybe(word("on")), word("the"), lookup(PARTS), side, namedDay),
  ([, , part, which, ref]) => [...day({ kind: "follows", day: ref, ...dayOn(which) }), ...time({ kind: "part", part })],
);

/** "Not the 28th, any other day that week". */
const inThatWeek = seq(
  word("any", "some", "another"),
  maybe(word("other")),
  word("day", "time"),
  maybe(word("in", "of")),
  word("that"),
  word("week"),
);
const thatWeek: Rule<Element[]> = (tokens, at) => {
  const found = inThatWeek(tokens, at);
  if (!found) return null;
  const starts = [...tokens.keys()].slice(0, at).reverse();
  const last = starts.map((i) => namedDay(tokens, i)).find((one) => one !== null && one.next <= at);
  return last ? { value: day({ kind: "week-of", day: last.value }), next: found.next } : null;
};

/** "In eight days" is a week to those who count the first of them. */
const INCLUSIVE: ReadonlyMap<number, number> = new Map([
  [8, 7],
  [14, 14],
  [15, 14],
]);
const inDays: Rule<DayRef> = either(
  map(seq(nearDay, word("in"), count, word("day", "days")), ([ref, , days]): DayRef | null => {
    if (ref.kind !== "offset") return null;
    const counted: DayRef = { kind: "offset", days: ref.days + days };
    const inclusive = INCLUSIVE.get(days);
    if (inclusive === undefined || inclusive === days) return counted;
    return { kind: "either", readings: [{ kind: "offset", days: ref.days + inclusive }, counted] };
  }),
  map(seq(lookup(WEEKDAYS), word("in"), count, word("day", "days")), ([value, , days]): DayRef | null => {
    const inclusive = INCLUSIVE.get(days);
    if (inclusive === undefined) return null;
    return { kind: "weekday", weekday: value, sense: "bare", plusWeeks: inclusive / 7 };
  }),
);

/** "May 20 or 21", "20, 21 or 22 May": days, where they are no hours. */
const dayNumber = either(ordinal, cardinal);
const or = map(seq(maybe(word(",")), word("or", "and")), ([, link]) => link);
const isClock = word("o'clock", "am", "pm", "a", "p", ":", "in", "thirty", "fifteen");
const listed: Rule<Element[]> = either(
  notBefore(
    map(seq(the, dayNumber, or, the, dayNumber, maybe(word("of")), lookup(MONTHS)), ([, one, link, , two, , month]) =>
      listOf([one, two], month, link),
    ),
    isClock,
  ),
  notBefore(
    map(seq(lookup(MONTHS), the, dayNumber, or, the, dayNumber), ([month, , one, link, , two]) =>
      listOf([one, two], month, link),
    ),
    isClock,
  ),
  notBefore(
    map(
      seq(lookup(MONTHS), the, dayNumber, word(","), the, dayNumber, or, the, dayNumber),
      ([month, , one, , , two, link, , three]) => (one > HOURS ? listOf([one, two, three], month, link) : null),
    ),
    isClock,
  ),
);
const HOURS = 12;

/** "December sixth, seventh or eighth", "the sixth seventh or eighth of December". */
const also = maybe(word(","));
const threeDays: Rule<Element[]> = either(
  map(
    seq(lookup(MONTHS), the, ordinal, also, the, ordinal, or, the, ordinal),
    ([month, , one, , , two, link, , three]) => listOf([one, two, three], month, link),
  ),
  map(
    seq(the, ordinal, also, the, ordinal, or, the, ordinal, maybe(word("of")), lookup(MONTHS)),
    ([, one, , , two, link, , three, , month]) => listOf([one, two, three], month, link),
  ),
);

/** "The same day next week": today's, where none was named before. */
const sameDay: Rule<DayRef> = (tokens, at) => {
  const found = sameDayNextWeek(tokens, at);
  const isFirst = found && [...tokens.keys()].every((i) => i >= at || namedDay(tokens, i) === null);
  return isFirst ? { value: { kind: "offset", days: 7 }, next: found.next } : null;
};
const sameDayNextWeek = seq(the, word("same"), word("day"), word("next"), word("week"));

function listOf(days: readonly number[], month: number, link: string): Element[] | null {
  const isRising = days.every((value, at) => value <= 31 && value > (days[at - 1] ?? 0));
  if (!isRising) return null;
  return days.flatMap((value, at): Element[] => [
    ...(at > 0 ? [{ kind: link === "and" ? ("and" as const) : ("or" as const) }] : []),
    ...day({ kind: "date", day: value, month }),
  ]);
}

/** Behind "between" two days are the ends of a span. */
const apart = given(listed, (tokens, at) => !["between", "from"].includes(tokens[at - 1]?.text ?? ""));

export const besideRule: Rule<Element[]> = either(
  map(either(dayBeside, weekdayBeside, weekendBeside, inDays, sameDay), day),
  partBeside,
  thatWeek,
  apart,
  threeDays,
);
