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
import { PARTS, WEEKDAYS } from "./words";

const someone = word("i", "we", "you", "he", "she", "they", "it", "somebody", "someone", "anybody", "anyone");
const ofSomething = word("the", "my", "our", "your", "a", "an", "that", "this", "there");

/** "Could we", "would the doctor": whoever asks for leave begins to say what is wanted. "May the 5th" is a date. */
const asking: Rule<unknown> = either<unknown>(
  seq(word("can", "could", "would", "will", "shall", "should", "may", "might"), someone),
  onlyBefore(word("can", "could", "would", "will"), ofSomething),
);

const stating = listed(
  `i'd like | i would like | i'd love | i'd prefer | i would prefer | i'd rather | i would rather | i'd take | i'd go for | i'll take
  | i'd need | i want | i need | i prefer | we need | we want | we'd like | we'd prefer | we'd need | i can do | i can make | i can come
  | i could do | i could make | i could come | we can do | we could do | we could come | i'm free | we're free | i am free | i'm available
  | do you have | have you got | have you | you got | is there | are there | is it possible | would it be possible | any chance
  | how about | what about | how's | let's | let us | let me | give me | book me | put me down | pencil me in | fit me in | squeeze me in
  | i was wondering | i was hoping | i was thinking | i was looking | we were wondering | we were hoping | we were thinking
  | and need | and want | and would like | and we need | i'm thinking | i thought | i hoped | can only make | can only do | can only come | could only make | could only do | i wanted | we wanted | i'm looking | i am looking | i'm after | i'm hoping`,
);

/** "I have an appointment", "I'm booked in": it is there already, and what is wished for replaces it. */
const existing = either<unknown>(
  seq(
    either<unknown>(
      phrases("i have", "i've got", "we have", "we've got", "there's", "i already have", "i've already got", "i've"),
    ),
    maybe(word("an", "my", "our", "already")),
    maybe(word("existing", "next")),
    word("appointment", "booking", "reservation"),
  ),
  seq(
    word("made", "has", "booked", "arranged"),
    word("an", "a", "my", "our", "her", "his"),
    word("appointment", "booking"),
  ),
  listed(
    `my appointment is | my appointment | our appointment is | our appointment | my booking is | my booking | i'm booked | i am booked | we're booked
    | i booked | we booked | i'm down for | i'm scheduled`,
  ),
);
export const existingRule: Rule<Element[]> = map(existing, () => mark("moving"));

/** "I have to cancel Friday, could I come on Monday": given up for another. Alone, it is the one that is meant. */
export const cancelRule: Rule<Element[]> = (tokens, at) => {
  if (tokens[at]?.text !== "cancel") return null;
  const hasWish = tokens.some(
    ({ text }, i) => i > at && (text === "instead" || asking(tokens, i) || stating(tokens, i)),
  );
  return { value: hasWish ? mark("not-next") : [], next: at + 1 };
};

/** "Swap my three o'clock for something on Friday". */
const swapping = word("swap", "switch", "exchange", "trade", "change");
export const swapRule: Rule<Element[]> = given(
  map(seq(word("for"), maybe(word("a", "an")), maybe(word("one", "something", "slot", "appointment"))), () =>
    mark("onto"),
  ),
  (tokens, at) => tokens.some((_, i) => i < at && swapping(tokens, i) !== null),
);

/** "Rather Friday than Thursday". */
const PREFERRING: ReadonlySet<string> = new Set(["rather", "prefer", "better", "sooner"]);
export const thanRule: Rule<Element[]> = given(
  map(
    onlyBefore(
      word("than"),
      seq(maybe(word("on", "the", "next", "this")), either<unknown>(lookup(WEEKDAYS), word("tomorrow", "today"))),
    ),
    () => mark("not-next"),
  ),
  (tokens, at) => tokens.some(({ text }, i) => i < at && PREFERRING.has(text)),
);

const wishing = either<unknown>(asking, stating);
/** A wish, and behind an appointment that there is already what that one is moved to. */
export const wishRule: Rule<Element[]> = (tokens, at) => {
  const found = wishing(tokens, at);
  if (!found) return null;
  const isMove = tokens.slice(0, at).some((_, before) => existing(tokens, before) !== null);
  return { value: isMove ? [...mark("wish"), ...mark("onto")] : mark("wish"), next: found.next };
};

const free = word("available", "free", "possible", "open", "next");
const opening = word("slot", "slots", "appointment", "time", "one", "opening", "gap", "date", "spot", "thing");
const offered = phrases(
  "you have",
  "you've got",
  "you can",
  "you can do",
  "you can offer",
  "there is",
  "that you have",
  "possible",
);

/** "The earliest slot you have", "your next available appointment". */
export const soonestRule: Rule<Element[]> = map(
  either<unknown>(
    seq(word("the", "your"), word("earliest", "soonest"), maybe(free), maybe(opening), maybe(free), maybe(offered)),
    seq(word("the", "your"), word("first", "next"), free, maybe(opening), maybe(offered)),
    seq(word("the", "your"), word("first", "next"), maybe(free), opening, offered),
  ),
  () => mark("asap"),
);

/** "Give me one": no hour. */
const pronoun: ReadonlySet<string> = new Set(
  "me a an new another the this that which any get have take need want book earlier later other only next last same good best free no".split(
    " ",
  ),
);
const theOne = notBefore(word("one"), word("fifteen", "thirty", "forty", "o'clock", "pm", "p"));
export const pronounRule: Rule<Element[]> = onlyAfter(
  map(theOne, (): Element[] => []),
  pronoun,
);
/** "The Thursday one"; "one on Monday and one on Tuesday". */
export const namedOneRule: Rule<Element[]> = given(
  map(theOne, (): Element[] => []),
  (tokens, at) => {
    const [before, article] = [tokens[at - 1]?.text ?? "", tokens[at - 2]?.text];
    const isNamed = article === "the" && (WEEKDAYS.has(before) || PARTS.has(before));
    const isOneOn = (i: number) => tokens[i]?.text === "one" && tokens[i + 1]?.text === "on";
    return isNamed || (isOneOn(at) && tokens.filter((_, i) => isOneOn(i)).length > 1);
  },
);
