import { type Element, mark } from "../time/elements";
import {
  either,
  given,
  lookup,
  map,
  maybe,
  notAfter,
  notBefore,
  onlyBefore,
  phrases,
  type Rule,
  seq,
  token,
  word,
} from "../time/grammar";
import type { Token } from "../time/tokens";
import { PARTS, WEEKDAYS } from "./words";

const someone = word("i", "we", "he", "she", "it", "they", "there", "who");
const adverb = maybe(word("just", "already", "only", "actually", "also", "really", "always", "once"));
const weekday = lookup(WEEKDAYS);

/** What only follows a wish in the past tense ("I was wondering", "I had Friday in mind"). */
const polite = either<unknown>(
  word("wondering", "hoping", "thinking", "looking", "hoped", "thought", "planned", "free", "told", "on"),
  weekday,
);
const OWNERS = "my the our his her their your a".split(" ");
/** "Stopped", "noticed"; some such words are no past, or ask politely. */
const inPast: Rule<unknown> = token(["word"], ({ text }) =>
  /[a-z]{2}ed$/.test(text) && !/eed$/.test(text) && !NOT_PAST.has(text) ? true : null,
);
const NOT_PAST: ReadonlySet<string> = new Set(
  "wanted needed preferred hoped planned wondered liked booked scheduled interested supposed allowed tired blocked shared excited used naked advanced red bed".split(
    " ",
  ),
);
/** "I need it fixed" tells of nothing past. */
const HAVING: ReadonlySet<string> = new Set("need want have get got having like getting needs wants".split(" "));
const over: Rule<unknown> = either<unknown>(
  notBefore(seq(someone, adverb, word("was", "were", "had")), polite),
  notAfter(
    seq(
      either<unknown>(
        someone,
        seq(
          word(...OWNERS),
          token(["word"], () => true),
        ),
      ),
      adverb,
      either<unknown>(
        inPast,
        word(
          ..."came went called rang phoned missed saw got bought broke started hurt fell lost left arrived spoke visited forgot dropped received ate bit cut began wore flew drove ran chose died gave kept met paid sent took won".split(
            " ",
          ),
        ),
      ),
    ),
    HAVING,
  ),
  phrases(
    "i've been",
    "i've had",
    "i have been",
    "he's been",
    "she's been",
    "it's been",
    "has been",
    "have been",
    "had been",
  ),
  phrases("was supposed to", "were supposed to", "was meant to", "clocks go", "clocks change", "change the clocks"),
);

/** What is there already, or goes on by itself: "I have a meeting until three", "my shift ends at four". */
const event = word(
  ..."meeting flight train call class lecture shift exam interview party dinner date trip conference rehearsal game match seminar".split(
    " ",
  ),
);
/** "I'm at work on Friday until two" says when not. */
const AT_WORK = ["i'm", "i am", "he's", "she's", "we're", "they're"].flatMap((who) =>
  ["at work", "at the office", "in the office", "at school", "in a meeting", "in meetings", "at uni", "in class"].map(
    (where) => `${who} ${where}`,
  ),
);
const going: Rule<unknown> = either<unknown>(
  seq(
    either<unknown>(
      phrases("i have", "i've got", "we have", "we've got", "he has", "she has", "he's got", "she's got", "there's"),
      word("my", "our", "her", "his"),
    ),
    maybe(word("a", "an", "my", "another")),
    event,
  ),
  phrases(
    "i get off",
    "i get out",
    "i get home",
    "i get back",
    "i start work",
    "you're open until",
    "you're open till",
  ),
  seq(
    either<unknown>(
      phrases("i have to be", "i need to be", "i must be", "i've got to be", "i should be", "i'm supposed to be"),
    ),
    word("at", "in", "back", "there", "home", "somewhere"),
  ),
  notAfter(phrases(...AT_WORK), new Set(["because", "since", "as", "while"])),
  phrases(
    "doesn't have to be",
    "does not have to be",
    "doesn't need to be",
    "needn't be",
    "need not be",
    "i'm on nights",
    "i'm on lates",
    "i'm on earlies",
    "i'm on days",
    "i work nights",
  ),
  notAfter(phrases("you close", "you open", "you shut"), new Set(["do", "are", "when", "did"])),
  phrases("and back on", "i'm back", "we're back", "i'll be back", "we'll be back", "be back on", "i get back on"),
  word("finishes", "ends", "departs", "lands", "arrives"),
);

/** "The first is a Sunday" says what day it is; "is a Sunday possible" asks for one. */
const calling: Rule<unknown> = seq(
  onlyBefore(
    notBefore(
      seq(either<unknown>(phrases("is a", "is on a", "falls on a", "falls on"), phrases("'s a")), weekday),
      leave(),
    ),
    maybe(word("right")),
  ),
  maybe(phrases("right", "isn't it", "correct")),
);
function leave(): Rule<unknown> {
  return word(
    "possible",
    "ok",
    "okay",
    "good",
    "fine",
    "free",
    "available",
    "better",
    "at",
    "morning",
    "afternoon",
    "evening",
  );
}
const calledDay: Rule<Element[]> = given(map(calling, closing), (tokens, at) => isBehindWord(tokens, at, 1));

/** "Don't we", "isn't it": what stood before was only said. */
const tag = seq(
  word("don't", "doesn't", "isn't", "aren't", "didn't", "wasn't", "won't", "haven't", "hasn't"),
  word("i", "we", "you", "it", "he", "she", "they", "there"),
);
const askingTag: Rule<Element[]> = given(map(tag, closing), (tokens, at) => isBehindWord(tokens, at, 2));

function closing(): Element[] {
  return [{ kind: "told" }, { kind: "break" }];
}
function isBehindWord(tokens: readonly Token[], at: number, words: number): boolean {
  return at >= words && tokens[at - 1]?.kind !== "mark";
}

/** "The invoice from the 3rd": what the date belongs to. */
const paper = word(
  ..."invoice letter email mail message bill quote estimate prescription results contract summons notice fine ticket report call".split(
    " ",
  ),
);
export const dated = (date: Rule<unknown>): Rule<Element[]> =>
  map(seq(paper, word("from", "of", "dated"), maybe(word("on")), date), (): Element[] => [
    { kind: "word", text: "", temporal: false },
  ]);

/** "The 14th, that's a Sunday, isn't it": the day once more. */
const restated: Rule<Element[]> = map(
  seq(word("that's", "it's"), word("a"), weekday, maybe(word(",")), either<unknown>(tag, word("right", "correct"))),
  ([, , value]): Element[] => [{ kind: "day", ref: { kind: "weekday", weekday: value, sense: "bare", plusWeeks: 0 } }],
);

export const tellingRule: Rule<Element[]> = either(
  restated,
  map(either<unknown>(over, going), () => mark("told")),
  calledDay,
  askingTag,
);

/** "Since this morning", "since last night". */
const thatPart = seq(word("this", "last", "yesterday"), lookup(PARTS));
/** "Since Sunday", "for three days": how long it has been so. The days are the caller's rule for a day. */
export function since(anyDay: Rule<unknown>): Rule<Element[]> {
  return map(
    notBefore(
      seq(word("since"), either<unknown>(thatPart, seq(anyDay, maybe(lookup(PARTS))))),
      word("is", "isn't", "doesn't", "i'm", "works", "suits"),
    ),
    (): Element[] => [],
  );
}
