import { type Element, mark } from "../time/elements";
import {
  either,
  given,
  listed,
  lookup,
  map,
  maybe,
  notBefore,
  onlyAfter,
  onlyBefore,
  phrases,
  type Rule,
  seq,
  word,
} from "../time/grammar";
import type { Token } from "../time/tokens";
import { anyClock, hour, street } from "./clock";
import { cardinal, count } from "./numbers";
import { EVERY_WEEKDAY, MONTHS, UNITS, WEEKDAYS } from "./words";

const unclear = (text: string): Element[] => [{ kind: "word", text, temporal: true }];

/** "Twenty five o'clock", "at sixty thirty": said as a clock time, and none. */
const noHour: Rule<number> = map(cardinal, (value) => (value > 24 ? value : null));
const noMinute: Rule<number> = map(cardinal, (value) => (value >= 60 && value < 100 ? value : null));
const oddHour: Rule<Element[]> = either(
  map(seq(noHour, word("o'clock", "oclock", "pm", "am")), () => unclear("o'clock")),
  onlyAfter(
    map(notBefore(seq(noHour, maybe(cardinal)), either<unknown>(word(...UNITS), street)), () => unclear("o'clock")),
    new Set(["at"]),
  ),
  map(notBefore(seq(word("at", "around", "from", "by"), hour, noMinute), either<unknown>(word(...UNITS), street)), () =>
    unclear("o'clock"),
  ),
);

/** "Every Thursday for the next four weeks": all of them, and not one of the choice. */
const eachOfThem: Rule<Element[]> = given(
  map(
    seq(
      word("for"),
      maybe(word("the")),
      maybe(word("next", "coming")),
      count,
      word("week", "weeks", "month", "months"),
    ),
    () => unclear("every"),
  ),
  (tokens, at) =>
    tokens.some(
      ({ text }, i) =>
        i < at && (EVERY_WEEKDAY.has(text) || (text === "every" && WEEKDAYS.has(tokens[i + 1]?.text ?? ""))),
    ),
);

/** "Five before half nine": to Germans before half past eight. */
const besideHalf: Rule<Element[]> = map(
  seq(
    either<unknown>(cardinal, word("quarter")),
    word("before", "after", "past", "to"),
    word("half"),
    maybe(word("past")),
    hour,
  ),
  () => unclear("half"),
);

/** "I can be there by half eleven" says from when, not until when. */
const arriving: Rule<Element[]> = onlyAfter(
  map(seq(word("by"), anyClock), () => unclear("by")),
  new Set(["there", "here", "arrive"]),
);

/** "After the summer holidays": when those are, no calendar here knows. When they begin or end is told. */
const ofSchool = word("school", "summer", "autumn", "winter");
const schoolHolidays: Rule<Element[]> = either(
  map(seq(ofSchool, word("holidays", "holiday"), word("start", "starts", "begin", "end", "ends")), () => []),
  map(seq(ofSchool, word("holidays", "holiday", "break")), () => unclear("holidays")),
);

/** "This time next week". */
const thisTime: Rule<Element[]> = map(
  onlyBefore(phrases("this time", "same time", "the same time"), word("next", "tomorrow", "on")),
  unclear,
);

/** "Tuesday to Thursday, but Wednesday only after three": of one of the days another time. */
const butOnly: Rule<Element[]> = given(
  map(onlyBefore(word("but"), seq(maybe(word("on")), lookup(WEEKDAYS), word("only"))), () => unclear("only")),
  (tokens, at) => tokens.some(({ text }, i) => i < at && SEVERAL.has(text)) && !isRefused(tokens, at),
);
const SEVERAL: ReadonlySet<string> = new Set(["to", "till", "until", "through", "any", "every", "week"]);
const isRefused = (tokens: readonly Token[], end: number): boolean =>
  tokens.some(({ text }, i) => i < end && (/n't$/.test(text) || ["not", "no", "never", "cannot"].includes(text)));

/** "No, neither, the Tuesday": of what was named before, where no "nor" follows. */
const neitherOfThem: Rule<Element[]> = given(
  notBefore(
    map(word("neither"), (): Element[] => [...unclear("neither"), { kind: "fix" }]),
    word("will", "does", "do", "is", "would", "can", "of", "are"),
  ),
  (tokens, at) => at > 0 && !tokens.some(({ text }, i) => i > at && ["nor", "or", "and"].includes(text)),
);

/** "So I'd like to come before": before what was named. */
const before: Rule<Element[]> = map(
  onlyBefore(word("before"), (tokens, at) =>
    at >= tokens.length || tokens[at]?.kind === "mark" ? { value: null, next: at } : null,
  ),
  () => mark("before-it"),
);

/** "Ten for me and eleven for my wife": two appointments. */
const forAnother: Rule<Element[]> = onlyAfter(
  map(seq(anyClock, word("for"), word("me", "him", "her", "my", "our", "the", "us")), () => unclear("for")),
  new Set(["and"]),
);

/** "The last two days of next week". */
const someDays: Rule<Element[]> = map(
  notBefore(
    seq(maybe(word("the")), word("first", "last"), cardinal, word("days", "weeks"), word("of", "in")),
    lookup(MONTHS),
  ),
  () => unclear("days"),
);

/** "The first, or was it the second". */
const unsure: Rule<Element[]> = map(phrases("or was it", "or was that", "or were it"), () => [
  ...mark("or"),
  ...unclear("or"),
]);

/** "Weekly on Monday": a series, and no one Monday. */
const everySoOften: Rule<Element[]> = map(
  onlyBefore(
    listed(
      "weekly | every week | once a week | twice a week | fortnightly | every two weeks | every second week | every four weeks | monthly | once a month",
    ),
    seq(maybe(word("on", "at", ",")), either<unknown>(lookup(WEEKDAYS), lookup(EVERY_WEEKDAY))),
  ),
  unclear,
);

export const oddTimeRule: Rule<Element[]> = either(
  forAnother,
  unsure,
  someDays,
  everySoOften,
  besideHalf,
  arriving,
  thisTime,
  schoolHolidays,
  butOnly,
  neitherOfThem,
  before,
  oddHour,
  eachOfThem,
);
