import { type Clock, clockOf } from "../time/elements";
import {
  either,
  given,
  lookup,
  map,
  maybe,
  notBefore,
  onlyAfter,
  phrases,
  type Rule,
  seq,
  token,
  word,
} from "../time/grammar";
import { cardinal, SWISS_HOURS } from "./numbers";
import { UNITS } from "./words";

const clockUnit = word(...UNITS);
const uhr = word("uhr", "ur");
/** "Null acht". */
const led: Rule<number> = map(seq(word("null"), cardinal), ([, value]) => (value <= 9 ? value : null));
const hourNumber: Rule<number> = map(
  either(
    cardinal,
    led,
    map(word("ein"), () => 1),
    token(["ordinal"], ({ values: [value] }, next) => (next === undefined ? (value ?? null) : null)),
  ),
  (value) => (value <= 24 ? value : null),
);
/** An hour that is no count of something: "zwei", but not "zwei Personen". */
export const hour: Rule<number> = notBefore(
  map(
    either(
      cardinal,
      token(["ordinal"], ({ values: [value] }, next) => (next === undefined ? (value ?? null) : null)),
    ),
    (value) => (value <= 24 ? value : null),
  ),
  clockUnit,
);
const minute: Rule<number> = map(notBefore(either(cardinal, led), either(clockUnit, uhr)), (value) =>
  value <= 59 ? value : null,
);
/** Only behind "und": "vierzehn Uhr fünfzehn Minuten" may be a duration. */
const andMinutes: Rule<number> = map(seq(word("und"), cardinal, word("minuten", "min")), ([, value]) =>
  value <= 59 ? value : null,
);

/** "Vierzehn dreißig": said without "Uhr", only a round number is taken for minutes. */
export const minuteBehind: Rule<number> = map(minute, (value) => (value >= 10 && value % 5 === 0 ? value : null));

const isClock = (hours: number, minutes: number): boolean => hours * 60 + minutes <= 24 * 60 && minutes <= 59;

/** "1630" and "830" as recognisers write them, beside a word that makes them a clock. */
const runTogether: Rule<Clock> = token(["number"], ({ text, values: [value = 0] }) =>
  /^\d{3,4}$/.test(text) && isClock(Math.floor(value / 100), value % 100)
    ? clockOf(Math.floor(value / 100), value % 100, text.startsWith("0"))
    : null,
);

/** "Ab 16.30": what limits stays a word of its own. */
const LIMITS: ReadonlySet<string> = new Set(["ab", "bis", "spaetestens", "fruehestens"]);

/** "10 30 Uhr", as recognisers write "zehn Uhr dreißig"; "14 15 Uhr" may be two hours. */
const apart: Rule<Clock> = map(
  seq(hourNumber, maybe(word(",")), notBefore(cardinal, clockUnit), uhr),
  ([hours, , minutes]) =>
    minutes >= 10 && minutes % 5 === 0 && minutes !== hours + 1 ? literal(hours, minutes) : null,
);

const dottedTime: Rule<Clock> = token(["dotted"], ({ text, values: [hours, minutes] }) =>
  hours !== undefined && minutes !== undefined && isClock(hours, minutes) && /\.\d\d$/.test(text)
    ? clockOf(hours, minutes, text.startsWith("0"))
    : null,
);

/** "Von 16.30 bis 18 Uhr": what has no month behind its dot is no date. */
const noMonth: Rule<Clock> = given(dottedTime, (tokens, at) => {
  const minutes = tokens[at]?.values[1] ?? 1;
  return minutes === 0 || minutes > 12;
});

const written: Rule<Clock> = either(
  apart,
  map(seq(runTogether, uhr), ([clock]) => clock),
  map(seq(word("um", "gegen"), runTogether), ([, clock]) => clock),
  onlyAfter(runTogether, LIMITS),
  map(
    seq(
      token(["clock"], ({ text, values: [hours, minutes = 0] }) =>
        hours !== undefined && isClock(hours, minutes) ? { text, hours, minutes } : null,
      ),
      maybe(uhr),
    ),
    ([{ text, hours, minutes }]) => ({ ...clockOf(hours, minutes, text.startsWith("0")), literal: true }),
  ),
  map(seq(dottedTime, uhr), ([clock]) => clock),
  map(seq(word("um", "gegen"), dottedTime), ([, clock]) => clock),
  onlyAfter(dottedTime, LIMITS),
  notBefore(noMonth, clockUnit),
);

const full: Rule<Clock> = either(
  map(seq(hourNumber, uhr, maybe(word("und")), maybe(minute)), ([hours, , , minutes]) => literal(hours, minutes ?? 0)),
  map(seq(hourNumber, uhr, andMinutes), ([hours, , minutes]) => literal(hours, minutes)),
  map(seq(led, uhr, maybe(minute)), ([hours, , minutes]) => ({ ...clockOf(hours, minutes ?? 0, true), literal: true })),
);

function literal(hours: number, minutes: number): Clock | null {
  return isClock(hours, minutes) ? { ...clockOf(hours, minutes), literal: true } : null;
}

/** In front of nothing that it could count: "um achte". */
const eight: Rule<number> = map(word("achte"), () => 8);

/** The hour that "halb", "viertel" and "zehn vor" are counted from. */
const base: Rule<number> = map(
  seq(
    either(
      hour,
      eight,
      map(word("ein"), () => 1),
    ),
    maybe(uhr),
  ),
  ([value]) => value,
);

const half: Rule<number> = map(
  seq(either<unknown>(word("halb", "halber", "halbe"), seq(word("halb"), word("so"))), base),
  ([, value]) => value * 60 - 30,
);
const toDay = (minutes: number): Clock => {
  const inDay = (minutes + 24 * 60) % (24 * 60);
  return { minutes: inDay, exact: inDay >= 13 * 60 };
};

/** "Viertel vier" counts up to the hour; said in the east and the south, and worth saying back. */
const quarters: Rule<Clock> = either(
  map(seq(word("viertel", "virtel"), base), ([, value]) => ({ ...toDay(value * 60 - 45), regional: true })),
  map(seq(either<unknown>(word("dreiviertel"), phrases("drei viertel")), base), ([, value]) => ({
    ...toDay(value * 60 - 15),
    regional: true,
  })),
);

const amount: Rule<number> = either(
  map(word("viertel", "virtel"), () => 15),
  map(seq(notBefore(cardinal, uhr), maybe(word("minuten", "min"))), ([value]) => (value < 30 ? value : null)),
);
const side: Rule<number> = either(
  map(word("vor", "vorm"), () => -1),
  map(word("nach", "ueber"), () => 1),
);
const sided: Rule<Clock> = either(
  map(
    seq(
      amount,
      notBefore(side, word("mittag", "mitternacht")),
      either(
        half,
        map(quarters, ({ minutes }) => minutes),
        map(base, (value) => value * 60),
      ),
    ),
    ([minutes, sign, from]) => toDay(from + sign * minutes),
  ),
  // "Viertel ab acht", as it is said in Switzerland.
  map(seq(word("viertel"), word("ab"), base), ([, , value]) => toDay(value * 60 + 15)),
);

const named: Rule<Clock> = either(
  map(phrases("mitternacht", "um mitternacht"), () => ({ minutes: 24 * 60, exact: true })),
  map(phrases("zwoelf uhr mittags", "12 uhr mittags", "mittags um zwoelf", "mittags um 12"), () => ({
    minutes: 12 * 60,
    exact: true,
  })),
);

/** A clock time that needs no "um" to be one. */
export const spokenClock: Rule<Clock> = either(written, full, map(half, toDay), quarters, sided, named);

/** "Um drei", "um 14 30": the hour alone, behind a word that announces it. */
export const bareClock: Rule<Clock> = map(seq(either(hour, eight), maybe(minute)), ([hours, minutes]) =>
  clockOf(hours, minutes ?? 0),
);

export const announcedClock: Rule<Clock> = either(
  map(seq(word("am", "um", "de"), lookup(SWISS_HOURS)), ([, hours]) => clockOf(hours)),
  map(
    seq(
      either<unknown>(
        word("um", "punkt", "schlag", "klock"),
        phrases("um punkt", "um genau", "genau um", "um exakt", "so um", "um die"),
      ),
      either(spokenClock, bareClock),
    ),
    ([, clock]) => clock,
  ),
);
