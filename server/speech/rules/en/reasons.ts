import type { Element } from "../time/elements";
import {
  either,
  given,
  listed,
  lookup,
  map,
  maybe,
  onlyBefore,
  phrases,
  type Rule,
  seq,
  token,
  word,
} from "../time/grammar";
import { datePhrase } from "./dates";
import { holidayName } from "./holidays";
import { WEEKDAYS } from "./words";

const nothing = (): Element[] => [];
const day: Rule<unknown> = either<unknown>(lookup(WEEKDAYS), word("today", "tomorrow"), datePhrase);
const aHoliday: Rule<unknown> = either<unknown>(
  holidayName,
  seq(word("a"), maybe(word("public", "bank", "national")), word("holiday")),
);

/** "Since Monday is Easter Monday", "tomorrow's New Year's Day so": what day it is, and why another is wished for. */
const becauseOfHoliday = either<unknown>(
  seq(word("since", "because", "as"), day, maybe(word("is", "'s")), aHoliday),
  onlyBefore(
    seq(maybe(word("this", "next", "coming")), day, maybe(word("is")), aHoliday),
    seq(maybe(word(",")), word("so")),
  ),
);

/** "It's from 2015". */
const builtIn = seq(
  word("from"),
  token(["number"], ({ text }) => (/^(?:19\d\d|20[01]\d)$/.test(text) ? true : null)),
);

/** "Bring it in on Wednesday and pick it up on Friday": the appointment is the first of both. */
const BRINGING: ReadonlySet<string> = new Set(["bring", "drop", "leave", "bringing", "dropping"]);
const fetching: Rule<unknown> = given(
  seq(
    maybe(word("and")),
    maybe(phrases("i'll", "i can", "i could", "i'd", "then")),
    either<unknown>(
      seq(word("pick", "get"), word("it", "her", "him", "them"), word("up", "back")),
      seq(
        word("pick"),
        word("up"),
        maybe(word("the", "my")),
        token(["word"], () => true),
      ),
      seq(word("collect", "fetch"), maybe(word("it", "her", "him", "them"))),
    ),
  ),
  (tokens, at) => tokens.some(({ text }, i) => i < at && BRINGING.has(text)),
);

/** Days and times that have a name and none in our calendar: asked for, and no Friday, month or whole day. */
const unknownTime = map(
  listed(
    `black friday | father's day | guy fawkes | over tomorrow | bonfire night | dinner time | dinnertime | tea time
    | teatime | supper time | at dinner | after dinner | before dinner | at breakfast | after breakfast | before breakfast | breakfast time
    | at dawn | at dusk | at sunrise | at sunset | close of business | eod | cob | opening time | when you open | as you open`,
  ),
  (text): Element[] => [{ kind: "word", text, temporal: true }],
);

/** "Five, er, p m", and no hour was understood. */
const halfAlone = map(seq(word("p", "a"), maybe(word(".")), word("m")), (): Element[] => [
  { kind: "word", text: "pm", temporal: true },
]);

export const reasonRule: Rule<Element[]> = either<Element[]>(
  map(either<unknown>(becauseOfHoliday, builtIn), nothing),
  unknownTime,
  halfAlone,
  map(fetching, (): Element[] => [{ kind: "break" }, { kind: "told" }]),
);
