import { day, type Element, type Shade, type TimeRef, time } from "../time/elements";
import {
  either,
  given,
  lookup,
  map,
  mapWithin,
  maybe,
  notAfter,
  notBefore,
  onlyBefore,
  phrases,
  type Rule,
  seq,
  word,
} from "../time/grammar";
import { anyClock } from "./clock";
import { PARTS, WEEKDAYS } from "./words";

const SHADES: ReadonlyMap<string, Shade> = new Map([
  ["early", "early"],
  ["late", "late"],
]);

const part: Rule<TimeRef> = either(
  mapWithin(
    seq(maybe(word("in", "at", "around", "during")), maybe(word("the")), maybe(lookup(SHADES)), lookup(PARTS)),
    ([, , shade, value], tokens, next): TimeRef => ({
      kind: "part",
      part: value,
      ...(shade && { shade }),
      ...(tokens[next - 1]?.text.endsWith("s") && { habit: true as const }),
    }),
  ),
  map(
    seq(word("every", "each"), lookup(PARTS)),
    ([, value]): TimeRef => ({
      kind: "part",
      part: value,
    }),
  ),
  map(
    phrases(
      "first thing",
      "first thing in the morning",
      "early in the morning",
      "in the early morning",
      "early morning",
    ),
    (): TimeRef => ({
      kind: "part",
      part: "early",
    }),
  ),
);

/** "Mid-morning". */
const MIDDLES: ReadonlyMap<string, readonly [from: number, to: number]> = new Map([
  ["morning", [9 * 60, 11 * 60]],
  ["afternoon", [14 * 60, 16 * 60]],
]);
const middle: Rule<TimeRef> = map(
  seq(
    maybe(word("in", "around")),
    maybe(word("the")),
    either(
      map(seq(word("mid"), maybe(word("-")), lookup(MIDDLES)), ([, , hours]) => hours),
      lookup(new Map([...MIDDLES].map(([part, hours]) => [`mid${part}`, hours]))),
    ),
  ),
  ([, , [from, to]]): TimeRef => ({ kind: "window", from, to }),
);

/** "Around lunch"; who only has lunch says nothing of the time. */
const atLunch: Rule<TimeRef> = map(
  either<unknown>(
    seq(word("around", "at", "near", "by"), word("lunch"), maybe(word("time"))),
    phrases("lunch time", "at noon time"),
  ),
  (): TimeRef => ({ kind: "part", part: "noon" }),
);

const sometime = maybe(
  either<unknown>(word("sometime", "anytime", "straight", "right", "just"), phrases("some time", "any time")),
);
const habits: Rule<TimeRef> = either(
  atLunch,
  map(
    seq(sometime, phrases("before lunch")),
    (): TimeRef => ({ kind: "between", to: { minutes: 12 * 60, exact: true } }),
  ),
  map(
    seq(sometime, phrases("after work", "after hours")),
    (): TimeRef => ({ kind: "window", from: 17 * 60, to: 21 * 60 }),
  ),
  map(phrases("before work"), (): TimeRef => ({ kind: "window", from: 6 * 60, to: 9 * 60 })),
  map(
    phrases("during my lunch break", "in my lunch break", "over lunch", "during lunch", "on my lunch break"),
    (): TimeRef => ({
      kind: "window",
      from: 12 * 60,
      to: 14 * 60,
    }),
  ),
  map(
    seq(sometime, phrases("after lunch")),
    (): TimeRef => ({ kind: "between", from: { minutes: 13 * 60, exact: true } }),
  ),
  map(
    phrases("all day", "any time", "anytime", "whenever", "at any time", "the whole day"),
    (): TimeRef => ({ kind: "whole-day" }),
  ),
);

const tonight: Rule<Element[]> = map(word("tonight"), () => [
  ...day({ kind: "offset", days: 0 }),
  ...time({ kind: "part", part: "evening" }),
]);
/** "This afternoon" is today's. */
const thisPart: Rule<Element[]> = map(seq(word("this"), maybe(lookup(SHADES)), lookup(PARTS)), ([, shade, value]) => [
  ...day({ kind: "offset", days: 0 }),
  ...time({ kind: "part", part: value, ...(shade && { shade }) }),
]);

/** "Seven tonight", "half eight this evening": the hour stands right in front of the day and its part. */
const clockInPart: Rule<Element[]> = given(
  notAfter(
    map(seq(notBefore(anyClock, word("people")), either(tonight, thisPart)), ([clock, named]): Element[] => [
      ...time({ kind: "at", clock }),
      ...named,
    ]),
    new Set(["for", "need", "have", "after", "before", "until", "till", "from", "to", "and", "about", "around", "by"]),
  ),
  (tokens, at) => tokens.slice(at + 1, at + FAR).some(({ text }) => text === "tonight" || text === "this"),
);
/** So many words are the longest clock time. */
const FAR = 6;

/** "Saturday the second, early". */
const early: Rule<Element[]> = notAfter(
  map(
    onlyBefore(word("early"), (tokens, at) =>
      tokens[at] === undefined || tokens[at]?.kind === "mark" || tokens[at]?.text === "please"
        ? { value: null, next: at }
        : null,
    ),
    () => time({ kind: "part", part: "early" }),
  ),
  new Set(["too", "so", "as", "very", "that", "bit", "little", "minutes", "hour", "hours"]),
);

/** "Late Friday afternoon", "early tomorrow morning". */
const shadedDay: Rule<Element[]> = map(
  seq(
    lookup(SHADES),
    either(
      lookup(WEEKDAYS),
      map(word("tomorrow"), () => null),
    ),
    lookup(PARTS),
  ),
  ([shade, weekday, value]) => [
    ...day(weekday === null ? { kind: "offset", days: 1 } : { kind: "weekday", weekday, sense: "bare", plusWeeks: 0 }),
    ...time({ kind: "part", part: value, shade }),
  ],
);

/** "Morning, I'm calling about": a greeting. */
const greeting: Rule<Element[]> = given(
  map(
    onlyBefore(
      word("morning", "afternoon", "evening"),
      word(
        "i",
        "i'm",
        "i'd",
        "i've",
        "just",
        "hi",
        "hello",
        "can",
        "could",
        "this",
        "it's",
        "my",
        "we",
        "we're",
        "do",
        "sorry",
        "all",
      ),
    ),
    (): Element[] => [],
  ),
  (_, at) => at === 0,
);

export const dayPartRule: Rule<Element[]> = either(
  greeting,
  map(either(part, middle, habits), time),
  tonight,
  thisPart,
  clockInPart,
  early,
  shadedDay,
);
