import { type DayRef, day, type Element, time } from "../time/elements";
import { either, given, lookup, map, maybe, notBefore, type Rule, seq, word } from "../time/grammar";
import { dayOn, namedDay, side, sideOf } from "./days";
import { cardinal, count, ordinal } from "./numbers";
import { MONTHS, PARTS, WEEKDAYS } from "./words";

const the = maybe(word("the"));

/** "The day before Christmas Eve", "one day later than Friday", "the eve of the 6th". */
const dayBeside: Rule<DayRef> = either(
  map(
    seq(maybe(word("on")), word("the"), word("day"), side, namedDay),
    ([, , , which, ref]): DayRef => ({ kind: "follows", day: ref, ...dayOn(which) }),
  ),
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
  map(either(dayBeside, weekdayBeside, weekendBeside), day),
  partBeside,
  thatWeek,
  apart,
);
