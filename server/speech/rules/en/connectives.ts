import { type Connective, type Element, lastingDays, mark, nothing, unsure } from "../time/elements";
import {
  either,
  given,
  listed,
  lookup,
  map,
  maybe,
  notBefore,
  onlyBefore,
  phrases,
  type Rule,
  seq,
  several,
  shortlyAfter,
  token,
  word,
} from "../time/grammar";
import { anyClock, hour, minuteBehind, spokenClock, street } from "./clock";
import { datePhrase } from "./dates";
import { exceptionRule } from "./exceptions";
import { holidayName } from "./holidays";
import { cardinal, count, figures, ordinal, small, smallOrdinals, tens } from "./numbers";
import { HARMLESS, PHRASES } from "./phrases";
import { tellingRule } from "./tellings";
import { cancelRule, existingRule, pronounRule, soonestRule, swapRule, thanRule, wishRule } from "./wishes";
import { MONTHS, PARTS, PORTIONS, UNITS, WEEKDAYS } from "./words";

const CONTRASTS: ReadonlySet<string> = new Set(["but", "though"]);
const meanings = (Object.entries(PHRASES) as [Connective, string][]).map(([kind, texts]) =>
  map(listed(texts), (text): Element[] => (CONTRASTS.has(text) ? [{ kind, contrast: true }] : mark(kind))),
);

const KNOWN: ReadonlySet<string> = new Set(
  "the then here there now it that this you me us noon midnight next christmas easter new my your our his her a about at of end beginning today tomorrow half quarter week weekend month this in on around lunch sometime later weekdays any some".split(
    " ",
  ),
);
const unknownWord: Rule<unknown> = token(["word"], ({ text }) =>
  !KNOWN.has(text) &&
  !small.has(text) &&
  !tens.has(text) &&
  !WEEKDAYS.has(text) &&
  !MONTHS.has(text) &&
  !PARTS.has(text) &&
  !PORTIONS.has(text) &&
  !smallOrdinals.has(text)
    ? true
    : null,
);
const someThing = seq(maybe(word(..."the my your our his her their a an".split(" "))), unknownWord);
const towards = onlyBefore(word("to"), someThing);
/** "John from apartment five". */
const origin = map(onlyBefore(word("from"), someThing), nothing);

/** "From Thursday to Friday" is a span, unless something is moved there; "to ring" is none. */
const to: Rule<Element[]> = (tokens, at) => {
  if (tokens[at]?.text !== "to") return null;
  if (towards(tokens, at)) return { value: nothing(), next: at + 1 };
  const isMove = tokens.some((_, i) => moves(tokens, i));
  return { value: mark(isMove ? "onto" : "to"), next: at + 1 };
};
const moves = listed(PHRASES.moving ?? "");

const number: Rule<Element[]> = map(seq(hour, maybe(minuteBehind)), ([value, minutes]): Element[] =>
  value === 24 && minutes ? vagueWord : [{ kind: "number", value, ...(minutes && { minutes }) }],
);
const vagueWord: Element[] = unsure();

/** "Three days before Christmas" is a day, not a length. */
const shifting: Rule<Element[]> = map(
  onlyBefore(seq(count, word("day", "days", "week", "weeks", "hour", "hours")), word("before", "after")),
  () => vagueWord,
);

/** "After two hours": counted from something that was not said; "after fifteen hours" is said of the clock. */
const lengthLimit: Rule<Element[]> = map(
  seq(
    word("after", "before", "until", "till"),
    map(count, (value) => (value < 13 ? value : null)),
    word("day", "days", "week", "weeks", "hour", "hours", "minutes"),
  ),
  unsure,
);

const lasting: Rule<Element[]> = either(
  map(seq(word("for"), count, word("day", "days")), ([, days]) => lastingDays(days)),
  map(seq(word("for"), count, word("week", "weeks")), ([, weeks]) => lastingDays(7 * weeks)),
);

/** "So that I'm done before noon" is no conclusion. */
const purpose = map(listed("so that | so i'm | so i am"), (): Element[] => [
  { kind: "word", text: "because", temporal: false },
]);

/** Says something about the time that is no time yet: worth a question, and no refusal of the day. */
const vague = map(
  listed(
    `second to last | the second to last | next to last | last but one | the last but one | penultimate | after that | any time after that | anytime after that | after then | afterwards | from then on | from that point on | straight after | right after
    | not too early | not so early | not too late | not so late | be out | be back | be gone | be done by | be finished by | back by | out by | only when | only once`,
  ),
  (text): Element[] => [{ kind: "word", text, temporal: true }],
);

/** "Not too late, let's say four": the time that follows says how late that is. */
const settled = map(
  given(listed("not too early | not so early | not too late | not so late"), (tokens, at) =>
    tokens.some((_, i) => i > at && settling(tokens, i) !== null),
  ),
  nothing,
);
const settling = seq(
  either<unknown>(phrases("let's say", "how about"), word("say", "so", "like", "maybe", "perhaps")),
  maybe(word("at", "around")),
  anyClock,
);

const piece = either<unknown>(
  token(["number", "slashed"], () => true),
  lookup(small),
  word(..."slash dash stroke point double triple plus oh hyphen".split(" ")),
);
/** "Number 12", "room three": what is called by its number. */
const labelled = map(
  either<unknown>(
    seq(word("number"), word("is", "was", "s", ":"), several(piece, 25)),
    seq(
      word(
        ..."number room flat floor apartment house unit bus line option gate door suite platform terminal postcode".split(
          " ",
        ),
      ),
      cardinal,
    ),
  ),
  nothing,
);

/** "My son is eight": an age. */
const aged = map(
  notBefore(
    seq(
      either<unknown>(
        word("he's", "she's", "i'm", "aged", "turned", "turns", "turning"),
        seq(
          word(..."who son daughter child kid boy girl baby dog cat he she grandson granddaughter i".split(" ")),
          word("is", "am"),
        ),
      ),
      cardinal,
      maybe(word("year", "years", "months", "weeks")),
      maybe(word("old")),
    ),
    either<unknown>(cardinal, word("am", "pm", "o'clock", "p", "a", "thirty", "to", "past")),
  ),
  nothing,
);

/** How long something takes: no time of its own, unless counted from one. */
const length = map(
  notBefore(
    listed(
      `half an hour | an hour | an hour and a half | a quarter of an hour | three quarters of an hour | a half hour | half a day
      | a couple of hours | a few hours | a few minutes`,
    ),
    word("before", "after", "later", "earlier", "from", "ahead", "sooner", "late", "early"),
  ),
  nothing,
);

/** "12 Rosenstraße", "Park Street 14". */
const address = either<Element[]>(
  map(onlyBefore(cardinal, street), nothing),
  map(seq(word("street", "road", "avenue", "lane", "square"), cardinal), nothing),
);

/** A telephone number, in one piece or digit by digit. */
const digit: Rule<string> = either(
  token(["number"], ({ text }) => text),
  token(["word"], ({ text }) => (small.has(text) || text === "oh" ? text : null)),
);
const isLong = (pieces: readonly string[]): boolean =>
  pieces.length >= 5 || (pieces.some((text) => /^0\d{2}|^\d{5}/.test(text)) && pieces.join("").length >= 6);
const telephone = map(several(digit, 20), (pieces) => (isLong(pieces) ? nothing() : null));

/** "A bit later, like half past ten": the time that follows says how much. */
const rather = map(
  seq(
    maybe(word("a", "slightly", "rather", "somewhat")),
    maybe(word("bit", "little")),
    word("later", "earlier"),
    word("like", "say", "maybe", "perhaps", "at", "around"),
  ),
  nothing,
);
/** "That's 8 in the evening": said once more, and closer. */
const restating = map(
  onlyBefore(
    phrases("that's", "that is", "that would be"),
    either<unknown>(spokenClock, seq(anyClock, word("in"), word("the")), datePhrase),
  ),
  () => mark("fix"),
);

/** "After school": a time that only the clock beside it tells. */
const afterSchool = map(
  seq(
    word("after", "before"),
    maybe(word("her", "his", "their", "the", "my")),
    word("school", "kindergarten", "nursery", "kita", "class", "lessons", "uni"),
  ),
  (): Element[] => [{ kind: "word", text: "school", temporal: true }],
);

/** "Because I'm at work till then". */
const tillThen = map(
  shortlyAfter(phrases("till then", "until then", "by then", "before then"), new Set(["because", "since", "as"])),
  nothing,
);

/** "At the same time, around ten". */
const sameTime = map(
  onlyBefore(phrases("same time", "same as always", "same as usual", "as always", "as usual"), (tokens, at) => {
    const isTimed = (_: unknown, i: number) => i >= at && announcedOrSpoken(tokens, i) !== null;
    return tokens.some(isTimed) || pausedClock(tokens, at) ? { value: null, next: at } : null;
  }),
  nothing,
);
const announcedOrSpoken = either<unknown>(spokenClock, seq(word("at", "around", "about"), anyClock));
const pausedClock = seq(maybe(word(",")), maybe(word("so", "say")), anyClock);

/** "On my birthday, the 25th of June". */
const onOccasion = map(
  onlyBefore(
    seq(word("on"), word("my", "his", "her", "our"), word("birthday", "anniversary")),
    seq(maybe(word(",")), maybe(word("on")), datePhrase),
  ),
  nothing,
);

/** "Around the tenth": how far around, nobody knows. */
const aroundDay: Rule<Element[]> = map(
  onlyBefore(
    seq(word("around", "about", "roughly"), maybe(word("the"))),
    either<unknown>(datePhrase, holidayName, ordinal),
  ),
  ([text]): Element[] => [{ kind: "word", text, temporal: true }],
);

/** "Around the break": about a time that was not understood. */
const aroundSomething: Rule<Element[]> = map(
  onlyBefore(
    word("around", "during", "towards"),
    seq(maybe(word("the", "my", "your", "our", "his", "her", "a")), unknownWord),
  ),
  (text): Element[] => [{ kind: "word", text, temporal: true }],
);

export const connectiveRule: Rule<Element[]> = either(
  origin,
  exceptionRule,
  ...meanings,
  to,
  map(listed(HARMLESS), nothing),
  shifting,
  lengthLimit,
  map(seq(count, word(...UNITS)), nothing),
  map(seq(cardinal, word("thousand", "million", "hundred"), maybe(cardinal)), nothing),
  map(seq(figures, word("pounds", "euros", "dollars", "miles", "percent")), nothing),
  settled,
  vague,
  purpose,
  wishRule,
  existingRule,
  cancelRule,
  swapRule,
  thanRule,
  soonestRule,
  tellingRule,
  pronounRule,
  labelled,
  aged,
  length,
  onOccasion,
  telephone,
  address,
  rather,
  sameTime,
  restating,
  afterSchool,
  tillThen,
  aroundSomething,
  aroundDay,
  lasting,
  number,
);
