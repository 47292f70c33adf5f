import { type Element, unsure } from "../time/elements";
import { either, given, map, maybe, onlyAfter, onlyBefore, phrases, type Rule, seq, word } from "../time/grammar";
import { textsOf } from "../time/tokens";

const place = word(
  ..."doctor doctor's doctors dentist dentist's hairdresser's court lawyer's office work school university uni meeting training class course hospital clinic physio therapy seminar funeral".split(
    " ",
  ),
);
const towards: ReadonlySet<string> = new Set(["at", "to", "the", "in", "a", "my", "from"]);
const OF_CALLER: ReadonlySet<string> = new Set(["i'm", "we're", "i", "we"]);
const IS: ReadonlySet<string> = new Set(["i'm", "we're", "am", "are", "have", "need", "must", "got"]);
const WISHED: ReadonlySet<string> = new Set("see come visit appointment book booked meet like could can".split(" "));
const TIMED: ReadonlySet<string> = new Set(["at", "from", "between", "until", "till"]);
/** "On Thursday I'm at the doctor's from twelve to three", "I have to go to the dentist at twelve". */
const isElsewhere: Rule<Element[]> = given(map(onlyAfter(place, towards), unsure), (tokens, at) => {
  const [before, behind] = [textsOf(tokens.slice(Math.max(0, at - 8), at)), textsOf(tokens.slice(at + 1, at + 6))];
  const isOfCaller = before.some((text) => OF_CALLER.has(text)) && before.some((text) => IS.has(text));
  // "I need to see the doctor on Friday at ten" is the wish itself.
  if (before.some((text) => WISHED.has(text))) return false;
  // "I'm at work until five so after that": the conclusion says it.
  if (behind.includes("then")) return false;
  return isOfCaller && [...before.slice(0, -3), ...behind].some((text) => TIMED.has(text));
});

/** "I have to leave at eleven": the end is meant, and "I pick up the kids at three" means neither. */
const busyAt: Rule<Element[]> = map(
  onlyBefore(
    either<unknown>(
      seq(word("leave", "run"), maybe(word("again", "home"))),
      seq(
        either<unknown>(phrases("pick up", "drop off"), word("drop", "collect", "fetch")),
        word("the", "my", "our"),
        word("kids", "children", "kid", "son", "daughter", "boys", "girls", "wife", "husband"),
        maybe(word("up", "off")),
      ),
    ),
    word("at", "by", "around"),
  ),
  unsure,
);

/** "What time do you open on Friday": asks for the hours. */
const openingHours: Rule<Element[]> = map(
  seq(
    either<unknown>(word("when"), phrases("what time", "how long")),
    word("do", "are"),
    word("you"),
    word("open", "close", "closing"),
  ),
  unsure,
);

/** "Otherwise only after six": on other days, which nobody named. */
const otherwise: Rule<Element[]> = map(
  onlyBefore(
    word("otherwise"),
    seq(maybe(word("only", "just")), word("after", "before", "from", "until", "mornings", "afternoons", "evenings")),
  ),
  (): Element[] => [{ kind: "or", instead: true }],
);

/** Where callers are, and what they have to do, at an hour that is no wish. */
export const elsewhereRule: Rule<Element[]> = either(isElsewhere, busyAt, openingHours, otherwise);
