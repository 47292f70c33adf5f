import { type Element, mark, unsure } from "../time/elements";
import { either, given, lookup, map, maybe, onlyBefore, type Rule, seq, word } from "../time/grammar";
import { ordinal } from "./numbers";
import { PARTS, WEEKDAYS } from "./words";

/** "Any evening but Thursday", "any time but lunchtime". */
const ANY: ReadonlySet<string> = new Set(["any", "every", "anytime"]);
const oneOfThem = seq(
  maybe(word("on", "in", "at", "around")),
  maybe(word("the")),
  either<unknown>(lookup(WEEKDAYS), lookup(PARTS), ordinal, word("noon", "lunch")),
);
const butNot: Rule<Element[]> = given(
  map(onlyBefore(word("but", "save"), oneOfThem), () => mark("not-next")),
  (tokens, at) => ANY.has(tokens[at - 2]?.text ?? "") || ANY.has(tokens[at - 1]?.text ?? ""),
);

/** "Any time Tuesday but noon", "… but mornings are best": an exception or a liking. */
const butEither: Rule<Element[]> = given(
  map(
    onlyBefore(word("but"), seq(maybe(word("in", "at", "the")), either<unknown>(lookup(PARTS), word("noon", "lunch")))),
    unsure,
  ),
  (tokens, at) => ANY.has(tokens[at - 3]?.text ?? "") && WEEKDAYS.has(tokens[at - 1]?.text ?? ""),
);

/** "Ready by Friday noon": when it is over, not when it begins; "I need it done by Friday" is a wish. */
const due: Rule<Element[]> = map(
  onlyBefore(word("ready", "finished", "completed"), word("by", "before", "until")),
  unsure,
);

/** What "but" takes out of "any", and what only says until when something has to be done. */
export const exceptionRule: Rule<Element[]> = either(butNot, butEither, due);
