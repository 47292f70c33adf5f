import { type Element, mark } from "../time/elements";
import { either, listed, map, maybe, notBefore, onlyBefore, phrases, type Rule, seq, word } from "../time/grammar";

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
  | and need | and want | and would like | and we need | i'm thinking | i thought | i hoped | i wanted | we wanted | i'm looking | i am looking | i'm after | i'm hoping`,
);

export const wishRule: Rule<Element[]> = map(either<unknown>(asking, stating), () => mark("wish"));

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
export const pronounRule: Rule<Element[]> = (tokens, at) =>
  pronoun.has(tokens[at - 1]?.text ?? "") ? map(theOne, (): Element[] => [])(tokens, at) : null;
