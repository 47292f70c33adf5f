import { type Clock, clockOf, type Element, type TimeRef, time } from "../time/elements";
import {
  either,
  given,
  lookup,
  map,
  maybe,
  notAfter,
  notBefore,
  onlyAfter,
  onlyBefore,
  phrases,
  type Rule,
  seq,
  token,
  word,
} from "../time/grammar";
import type { Token } from "../time/tokens";
import { ahead } from "./ahead";
import { cardinal, ordinal, small, tens } from "./numbers";
import { UNITS, WEEKDAYS } from "./words";

export const dayName = either<unknown>(lookup(WEEKDAYS), ordinal, word("today", "tomorrow"));
const HALF_DAY = 12 * 60;
/** "At 12 Rosenstraße", "at 5 Park Road". */
export const street: Rule<unknown> = (tokens, at) =>
  tokens
    .slice(at, at + 2)
    .some(({ text }, i) => (i === 0 && /(?:strasse|gasse|allee|platz|weg)$/.test(text)) || STREETS.has(text))
    ? { value: null, next: at }
    : null;
const STREETS: ReadonlySet<string> = new Set("street road avenue lane strasse weg platz allee".split(" "));
const counted = either<unknown>(word(...UNITS), street);
const oclock = word("o'clock", "oclock", "hours", "h");
/** An hour that is no count of something. */
export const hour: Rule<number> = notBefore(
  map(cardinal, (value) => (value <= 24 ? value : null)),
  counted,
);
/** "Fourteen thirty". */
const wholeMinutes: Rule<number> = either(
  map(notBefore(cardinal, counted), (value) => (value >= 10 && value <= 59 ? value : null)),
  map(seq(word("oh", "o"), cardinal), ([, value]) => (value <= 9 ? value : null)),
);
/** "Two thirty three thirty": of two clock times in a row. */
const tensBeforeClock: Rule<number> = onlyBefore(
  map(lookup(tens), (value) => (value <= 50 ? value : null)),
  seq(
    lookup(small),
    either(
      lookup(tens),
      map(word("fifteen"), () => 15),
    ),
  ),
);
export const minuteBehind: Rule<number> = (tokens, at) => tensBeforeClock(tokens, at) ?? wholeMinutes(tokens, at);

const halfOfDay: Rule<"am" | "pm"> = either(
  map(word("am", "pm"), (text) => (text === "am" ? "am" : "pm")),
  map(seq(word("a", "p"), maybe(word(".")), word("m"), maybe(word("."))), ([letter]) => (letter === "a" ? "am" : "pm")),
);

export function inHalf(clock: Clock, half: "am" | "pm"): Clock | null {
  // "13 pm" says the same twice.
  if (clock.exact || clock.minutes >= 13 * 60) return half === "pm" && clock.minutes >= 13 * 60 ? clock : null;
  return { minutes: (clock.minutes % HALF_DAY) + (half === "pm" ? HALF_DAY : 0), exact: true };
}

const written: Rule<Clock> = token(["clock", "dotted"], ({ kind, text, values: [hours, minutes = 0] }) =>
  (kind === "clock" || /\.[0-5]\d$/.test(text)) && hours !== undefined && hours <= 24 && minutes <= 59
    ? clockOf(hours, minutes, text.startsWith("0"))
    : null,
);

/** A day has no "twenty four thirty". */
const wordy: Rule<Clock> = map(seq(hour, maybe(word("point")), minuteBehind), ([hours, , minutes]) =>
  hours < 24 ? clockOf(hours, minutes) : null,
);
/** "At ten hours", "after fifteen hours": the hour of a clock, where it cannot be a length. */
const inHours: Rule<Clock> = either(
  onlyAfter(
    map(seq(cardinal, word("hour", "hours")), ([value]) => (value <= 24 ? clockOf(value) : null)),
    new Set(["at"]),
  ),
  onlyAfter(
    map(seq(cardinal, word("hour", "hours")), ([value]) => (value >= 13 && value <= 24 ? clockOf(value) : null)),
    new Set(["after", "from", "until", "till", "before", "by", "around"]),
  ),
);
const sharp: Rule<Clock> = map(seq(hour, oclock), ([value]) => clockOf(value));
const bare: Rule<Clock> = map(hour, (value) => clockOf(value));

const toDay = (minutes: number): Clock => {
  const inDay = (minutes + 2 * HALF_DAY) % (2 * HALF_DAY);
  return { minutes: inDay, exact: inDay >= 13 * 60 };
};
const base: Rule<number> = map(seq(hour, maybe(word("o'clock"))), ([value]) => value * 60);
const amount: Rule<number> = either(
  map(seq(maybe(word("a")), word("quarter")), () => 15),
  map(seq(cardinal, maybe(word("minutes"))), ([value]) => (value < 60 ? value : null)),
);
/** "From ten to twelve" is a span. */
const OPENS_SPAN: ReadonlySet<string> = new Set(["from", "between"]);
const sided: Rule<Clock> = either(
  map(seq(maybe(word("a")), word("half"), word("past"), base), ([, , , from]) => toDay(from + 30)),
  // "Half eleven uhr": half past ten to a German.
  map(notBefore(seq(maybe(word("a")), word("half"), hour), oclock), ([, , from]) => toDay(from * 60 + 30)),
  map(seq(amount, word("past", "after"), base), ([minutes, , from]) => toDay(from + minutes)),
  map(notAfter(seq(amount, word("to", "before", "of", "till"), base), OPENS_SPAN), ([minutes, side, from]) =>
    // "Two to four" and "ten till twelve" are spans; only the usual amounts count backwards.
    minutes % 5 === 0 && (side !== "till" || minutes >= 15) && minutes < 30 ? toDay(from - minutes) : null,
  ),
);
const named: Rule<Clock> = either(
  map(seq(maybe(word("twelve", "12")), word("noon")), () => ({ minutes: HALF_DAY, exact: true })),
  map(word("midnight"), () => ({ minutes: 2 * HALF_DAY, exact: true })),
);

/** "Fifteen hundred hours". */
const military: Rule<Clock> = map(
  seq(
    map(cardinal, (value) => (value <= 24 ? value : null)),
    word("hundred"),
    maybe(word("hours")),
  ),
  ([hours]) => clockOf(hours, 0, true),
);

/** "At 0900", "1430 hours". */
const fourFigures: Rule<Clock> = token(["number"], ({ text }) =>
  /^(?:[01]\d|2[0-3])[0-5][05]$/.test(text) ? clockOf(Number(text.slice(0, 2)), Number(text.slice(2)), true) : null,
);
const CLOCK_BEFORE: ReadonlySet<string> = new Set(
  "at from until till by around between about before after to".split(" "),
);
const figured: Rule<Clock> = either(
  map(seq(fourFigures, word("hours", "hrs", "h")), ([clock]) => clock),
  onlyAfter(fourFigures, CLOCK_BEFORE),
);

/** "Fifteen o'clock thirty". */
const sharpWithMinutes: Rule<Clock> = map(seq(hour, oclock, minuteBehind), ([value, , minutes]) =>
  clockOf(value, minutes),
);
const loose = either(written, sharp, sided, military, figured, inHours, sharpWithMinutes);
/** A clock time that needs no "at" to be one. */
export const spokenClock: Rule<Clock> = either(
  loose,
  named,
  map(seq(either(loose, wordy, bare), halfOfDay), ([clock, half]) => inHalf(clock, half)),
);

/** Any clock time, where what stands beside it tells that it is one. */
export const anyClock: Rule<Clock> = either(
  map(seq(maybe(word("at")), either(spokenClock, wordy, bare)), ([, clock]) => clock),
);

const announced: Rule<Clock> = map(
  seq(either<unknown>(word("at"), phrases("at exactly", "at about"), word("@")), either(spokenClock, wordy, bare)),
  ([, clock]) => clock,
);

/** "The ten fifteen", as offers are called. */
const offered: Rule<Clock> = map(seq(word("the"), wordy), ([, clock]) => clock);

/** "Two thirty on the 8th", "two thirty or three fifteen": of the minutes that appointments begin with. */
const withMinutes: Rule<Clock> = map(wordy, (clock) => (clock.minutes % 5 === 0 ? clock : null));
const beside: Rule<Clock> = onlyBefore(
  withMinutes,
  either<unknown>(
    seq(maybe(word("on", "for")), maybe(word("the", "this", "next")), dayName),
    seq(maybe(word("or", "and", ",")), withMinutes),
  ),
);

const isEnd: Rule<unknown> = (tokens, at) =>
  tokens[at] === undefined || tokens[at]?.kind === "mark" ? { value: null, next: at } : null;
/** "Could we do eight on Thursday". */
const DOING: ReadonlySet<string> = new Set("do make say try so then maybe perhaps like only".split(" "));
const atStart: Rule<Clock> = given(onlyBefore(bare, seq(word("on"), maybe(word("the")), dayName)), (_, at) => at === 0);
const done: Rule<Clock> = onlyAfter(
  onlyBefore(
    bare,
    either<unknown>(
      seq(word("on"), maybe(word("the")), dayName),
      word("today", "tomorrow", "instead", "please"),
      isEnd,
    ),
  ),
  DOING,
);

/** "Friday, ten thirty": behind a pause, with nothing more to come. */
const PAUSES: ReadonlySet<string> = new Set([
  ...[",", ";", ".", "say", "like", "maybe", "time", "or", "and", "then", "so", "not"],
]);
const paused: Rule<Clock> = given(
  onlyBefore(withMinutes, (tokens, at) =>
    tokens[at] === undefined || tokens[at]?.kind === "mark" || ENDING.has(tokens[at]?.text ?? "")
      ? { value: null, next: at }
      : null,
  ),
  (tokens, at) => at === 0 || PAUSES.has(tokens[at - 1]?.text ?? ""),
);
const ENDING: ReadonlySet<string> = new Set(["please", "or", "if", "would", "perhaps", "maybe", "thanks", "works"]);

const about: Rule<TimeRef> = either(
  map(
    seq(
      either<unknown>(
        word("around", "about", "roughly", "approximately"),
        phrases("at around", "at about", "some time around", "sometime around"),
      ),
      either(spokenClock, wordy, bare),
    ),
    ([, clock]): TimeRef => ({
      kind: "at",
      clock,
      about: "around",
    }),
  ),
  map(
    seq(
      either<unknown>(
        word("shortly", "just", "slightly"),
        phrases("a bit", "a little", "a little bit", "a few minutes", "a couple of minutes"),
      ),
      word("after", "before"),
      either(spokenClock, wordy, bare),
    ),
    ([, side, clock]): TimeRef => ({
      kind: "at",
      clock,
      about: side === "after" ? "after" : "before",
    }),
  ),
  map(
    seq(either(announced, spokenClock, wordy, bare), maybe(word("-")), word("ish")),
    ([clock]): TimeRef => ({ kind: "at", clock, about: "around" }),
  ),
);

const late: Rule<TimeRef> = map(
  phrases(
    "last thing",
    "last thing in the day",
    "at the end of the day",
    "end of the day",
    "the last slot",
    "the last appointment",
    "the latest slot",
    "the latest appointment",
    "as late as possible",
    "as late as you can",
    "the later the better",
  ),
  (): TimeRef => ({ kind: "late" }),
);

/** "Thursday at the same time": the one named last. */
const sameTime: Rule<Clock> = (tokens, at) => {
  const found = theSameTime(tokens, at);
  const named = found && lastClock(tokens, at);
  return named ? { value: named, next: found.next } : null;
};
const theSameTime = notBefore(
  seq(maybe(word("at")), maybe(word("the", "that")), word("same"), word("time")),
  word("as", "next", "every", "of"),
);
const plainClock: Rule<Clock> = either(announced, spokenClock, withMinutes);

function lastClock(tokens: readonly Token[], end: number): Clock | null {
  let last: Clock | null = null;
  for (let at = 0; at < end; ) {
    const found = plainClock(tokens, at);
    if (found && found.next <= end) last = found.value;
    at = found?.next ?? at + 1;
  }
  return last;
}

const exact: Rule<TimeRef> = map(
  either(announced, offered, beside, done, atStart, paused, sameTime, spokenClock),
  (clock): TimeRef => ({ kind: "at", clock }),
);

export const clockRule: Rule<Element[]> = map(
  either(
    exact,
    about,
    late,
    map(seq(ahead, maybe(oclock)), ([ref]) => ref),
  ),
  time,
);
