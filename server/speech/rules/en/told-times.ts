import { type Clock, type DayRef, day, type Element, time } from "../time/elements";
import { either, map, maybe, onlyAfter, phrases, type Rule, seq, word } from "../time/grammar";
import type { Token } from "../time/tokens";
import { anyClock } from "./clock";
import { datePhrase } from "./dates";
import { nearDay, weekday } from "./days";

const someone = word("i", "we", "he", "she", "they", "it");
const owned = seq(
  word("my", "our", "her", "his", "the"),
  word(..."shift class work lesson school meeting train".split(" ")),
);
const done: Rule<unknown> = either<unknown>(
  word("finish", "finishes", "end", "ends"),
  phrases("get off", "gets off", "get out", "gets out", "am done", "is done", "is over", "knock off"),
);

/** "Only after I finish work at half five": from then on. */
const afterItEnds: Rule<Element[]> = map(
  seq(
    maybe(word("only")),
    word("after", "once", "when"),
    either<unknown>(someone, owned),
    done,
    maybe(word("work", "school", "training", "uni")),
    word("at"),
    anyClock,
  ),
  ([, , , , , , clock]) => time({ kind: "between", from: clock }),
);

const mentioned = seq(word("until", "till", "at", "by", "to"), anyClock);

/** The clock time named last, by what only a time can follow. */
function lastMentioned(tokens: readonly Token[], end: number): Clock | null {
  for (let at = end - 1; at >= 0; at--) {
    const found = mentioned(tokens, at);
    if (found && found.next <= end) return found.value[1];
  }
  return null;
}

const fromThenOn = onlyAfter(
  seq(maybe(either<unknown>(phrases("any time", "some time"), word("anytime", "sometime"))), phrases("after that")),
  new Set(["so"]),
);
/** "I have a meeting until three, so after that". */
const afterThat: Rule<Element[]> = (tokens, at) => {
  const found = fromThenOn(tokens, at);
  const from = found && lastMentioned(tokens, at);
  if (!found || !from) return null;
  const days = [...tokens.keys()].flatMap((i) => oneDay(tokens, i) ?? []);
  const [named] = days.filter(({ next }) => next <= at);
  // The day of the story is that of the wish, where no other follows.
  const isAlone = days.every(({ next }) => next <= at) && named !== undefined;
  return { value: [...(isAlone ? day(named.value) : []), ...time({ kind: "between", from })], next: found.next };
};
const oneDay: Rule<DayRef> = either(weekday, nearDay, datePhrase);

export const toldTimeRule: Rule<Element[]> = either(afterItEnds, afterThat);
