import { windowOf } from "../time/day-parts";
import { type Clock, type DayPart, type DayRef, day, type Element, time } from "../time/elements";
import { either, lookup, map, maybe, notBefore, type Rule, seq, word } from "../time/grammar";
import { bareClock, spokenClock } from "./clock";
import { fullDate } from "./dates";
import { nearDay, weekday } from "./days";
import { PARTS } from "./words";

/** Noon begins at twelve, whatever is taken for it. */
const beginOf = (part: DayPart): Clock => ({ minutes: part === "noon" ? 12 * 60 : windowOf(part).from, exact: true });

const begin: Rule<Clock> = either(
  map(seq(maybe(word("um", "so", "gegen", "etwa")), either(spokenClock, bareClock)), ([, clock]) => clock),
  map(seq(maybe(word("am")), lookup(PARTS)), ([, part]) => beginOf(part)),
);

/** "Von Freitag zehn Uhr an", "vom dritten Mai mittags an": that day, and from then on. */
export const fromThenOnRule: Rule<Element[]> = map(
  seq(
    word("von", "vom"),
    maybe(word("dem")),
    either<DayRef>(nearDay, weekday, fullDate),
    maybe(word(",")),
    begin,
    notBefore(word("an", "aufwaerts"), word("der", "dem", "den", "einer", "einem", "diesem")),
  ),
  ([, , ref, , from]): Element[] => [...day(ref), ...time({ kind: "between", from })],
);
