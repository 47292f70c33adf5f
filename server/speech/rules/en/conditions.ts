import { type DayRef, day, type Element, ofAll, time } from "../time/elements";
import {
  either,
  given,
  listed,
  lookup,
  map,
  maybe,
  notBefore,
  onlyBefore,
  type Rule,
  seq,
  word,
} from "../time/grammar";
import { anyClock } from "./clock";
import { datePhrase } from "./dates";
import { nearDay, weekday } from "./days";
import { PARTS } from "./words";

const oneDay: Rule<DayRef> = either(weekday, nearDay, datePhrase);
const isTaken = listed(
  `doesn't work | does not work | won't work | isn't possible | is not possible | isn't free | is not free | is full | is fully booked
  | is booked | is booked up | is taken | is gone | is already gone | isn't available | is not available | doesn't suit | doesn't suit you
  | doesn't fit | is no good | isn't good | isn't an option | is out | can't be done`,
);

/** "Monday, if that doesn't work Tuesday": what was named before stays the first choice. */
const ifNotThat: Rule<Element[]> = map(
  seq(
    maybe(word("or", "and", "but")),
    word("if"),
    either<unknown>(
      seq(word("that", "it", "this"), isTaken),
      seq(
        word("that's", "it's"),
        maybe(word("already", "all")),
        word("taken", "gone", "full", "booked", "out", "unavailable"),
      ),
      seq(word("that's", "it's"), word("not"), word("possible", "available", "free", "good", "suitable", "doable")),
    ),
    maybe(word(",")),
    maybe(word("then")),
  ),
  (): Element[] => [{ kind: "or", instead: true }],
);

/** What only asks politely: "if you have", "if possible". */
const leave: Rule<unknown> = either<unknown>(
  word("you", "you're", "you've", "possible", "not", "so", "that", "that's", "there", "there's", "at"),
  seq(word("i", "we"), word("could", "can", "may", "might", "were")),
  seq(word("it's", "it"), word("possible", "ok", "okay", "fine", "all", "works", "suits", "is", "fits", "not")),
);

/** "If Monday doesn't work then Tuesday": Monday first, and no refusal of it. */
const firstChoice: Rule<Element[]> = map(
  seq(
    word("if"),
    maybe(word("on")),
    oneDay,
    maybe(
      either<Element[]>(
        map(anyClock, (clock) => time({ kind: "at", clock })),
        map(lookup(PARTS), (part) => time({ kind: "part", part })),
      ),
    ),
    isTaken,
    maybe(word(",")),
    maybe(word("then")),
  ),
  ([, , ref, times]): Element[] => [...day(ref), ...(times ?? []), { kind: "or", instead: true }],
);

/** "If it rains on Friday then Saturday": which of them it will be, only the caller will know. */
const depending: Rule<Element[]> = given(
  map(notBefore(word("if"), leave), () => [{ kind: "word" as const, text: "if", temporal: true }]),
  (tokens, at) => {
    const end = tokens.findIndex(({ kind, text }, i) => i > at && (kind === "mark" || ENDS.has(text)));
    const clause = [...tokens.keys()].slice(at + 1, end < 0 ? tokens.length : end);
    return end > 0 && clause.some((i) => oneDay(tokens, i) !== null);
  },
);
const ENDS: ReadonlySet<string> = new Set(["then", "otherwise", "else"]);

/** "The twentieth or if that's gone the twenty seventh, both at three". */
const both: Rule<Element[]> = map(
  onlyBefore(
    either<unknown>(
      word("both", "each", "either"),
      listed("both times | each time | either way | either one | any of them"),
    ),
    either<unknown>(
      seq(word("at", "around", "after", "before", "from"), anyClock),
      seq(maybe(word("in")), maybe(word("the")), lookup(PARTS)),
    ),
  ),
  ofAll,
);

export const conditionRule: Rule<Element[]> = either(both, firstChoice, ifNotThat, depending);
