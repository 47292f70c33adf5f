import type { TimeRef } from "../time/elements";
import { either, lookup, map, maybe, phrases, type Rule, seq, word } from "../time/grammar";
import { cardinal } from "./numbers";

const HOURS: ReadonlyMap<string, number> = new Map([
  ["hour", 60],
  ["hours", 60],
  ["minute", 1],
  ["minutes", 1],
]);
const aLength: Rule<number> = either(
  map(
    seq(
      either(
        cardinal,
        map(word("a", "an"), () => 1),
      ),
      lookup(HOURS),
    ),
    ([value, unit]) => value * unit,
  ),
  map(phrases("half an hour", "a half hour"), () => 30),
  map(phrases("an hour and a half", "one and a half hours"), () => 90),
  map(phrases("a quarter of an hour"), () => 15),
  map(phrases("three quarters of an hour"), () => 45),
  map(phrases("a couple of hours"), () => 120),
);
/** "In an hour", "half an hour from now". */
export const ahead: Rule<TimeRef> = either(
  map(
    seq(word("in"), maybe(word("about", "around", "like", "say", "maybe", "roughly")), aLength),
    ([, , minutes]): TimeRef => ({ kind: "in", minutes }),
  ),
  map(seq(aLength, word("from"), word("now")), ([minutes]): TimeRef => ({ kind: "in", minutes })),
);
