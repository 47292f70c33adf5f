import { type Element, mark } from "../time/elements";
import { either, listed, lookup, map, maybe, onlyBefore, type Rule, seq, word } from "../time/grammar";
import type { Token } from "../time/tokens";
import { EVERY_WEEKDAY, WEEKDAYS } from "./words";

const several: Rule<unknown> = either<unknown>(
  lookup(EVERY_WEEKDAY),
  word("mornings", "afternoons", "evenings", "nights", "weekends", "weekdays", "lunchtimes"),
);

/** "No Mondays", "don't give me a Friday", "I have no time on Monday"; "Tuesday, no, Wednesday" corrects. */
const next: Rule<unknown> = either<unknown>(
  onlyBefore(word("no"), several),
  onlyBefore(word("bar", "minus", "save"), either<unknown>(several, lookup(WEEKDAYS))),
  listed(
    `i have no time | i've no time | i've got no time | we have no time | i have no availability | i don't have time | i don't have any time
    | i haven't got time | i haven't got any time | don't have time | don't give me | don't put me | don't book me | do not book me | nothing on
    | hardly ever | hardly | rarely | seldom | i don't want | i do not want | i don't like | i don't do | i won't be able to come | i won't be able to make | i'm not able to come | i'm unable to come
    | i'm unable to make | impossible on | anything except | anything apart from | any time except | anytime except`,
  ),
);

/** "Nothing before noon", "it can't be later than five". */
const nothing: Rule<unknown> = onlyBefore(
  either<unknown>(
    word("nothing", "none"),
    seq(word("can't", "cannot", "mustn't", "shouldn't", "couldn't"), word("be", "start", "come", "make")),
    seq(word("must", "should", "can", "could"), word("not"), word("be", "start", "come")),
  ),
  seq(maybe(word("at", "any")), word("before", "after", "earlier", "later", "between", "until", "till")),
);

/** "It shouldn't be a Friday". */
const mustNot: Rule<unknown> = onlyBefore(
  either<unknown>(
    seq(word("can't", "cannot", "mustn't", "shouldn't", "couldn't"), word("be")),
    seq(word("must", "should", "can", "could"), word("not"), word("be")),
  ),
  seq(maybe(word("on")), maybe(word("a", "the", "any")), either<unknown>(lookup(WEEKDAYS), lookup(EVERY_WEEKDAY))),
);

const isEnd = (tokens: readonly Token[], at: number) =>
  tokens[at] === undefined || tokens[at]?.kind === "mark" || ENDS.has(tokens[at]?.text ?? "")
    ? { value: null, next: at }
    : null;
const ENDS: ReadonlySet<string> = new Set(["but", "so", "and", "unfortunately", "though", "sadly"]);
/** "Tuesday suits me, Wednesday doesn't". */
const previous: Rule<unknown> = onlyBefore(
  either<unknown>(word("doesn't", "isn't", "won't", "wouldn't"), seq(word("does", "is", "will", "would"), word("not"))),
  isEnd,
);

export const refusalRule: Rule<Element[]> = either(
  map(either(next, mustNot), () => mark("not-next")),
  map(nothing, () => mark("not")),
  map(previous, () => mark("not-previous")),
);
