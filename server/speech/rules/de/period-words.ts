import type { Portion, WeekdaySense } from "../time/elements";
import { lookup, map, maybe, type Rule, seq, word } from "../time/grammar";
import { PORTIONS, SENSES } from "./words";

export const portion: Rule<Portion> = map(
  seq(lookup(PORTIONS), maybe(word("der", "des", "vom", "von", "im", "in"))),
  ([value]) => value,
);
/** What may stand in front of a period. */
export const lead = maybe(seq(word("in", "im", "am", "an", "fuer", "ueber"), maybe(word("der", "dem", "den"))));
export const article = maybe(word("der", "dem", "den", "die", "das", "des", "zur"));
export const sense = lookup(SENSES);

export const WEEKS: Record<WeekdaySense, number> = { bare: 0, this: 0, coming: 1, next: 1, "after-next": 2 };
