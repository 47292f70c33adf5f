import type { DayRef } from "../time/elements";
import { either, map, maybe, phrases, type Rule, seq, word } from "../time/grammar";
import { count } from "./numbers";
import { daysUnit, weeksUnit } from "./units";

const or = word("bis", "oder", "-");
/** "In vier bis sechs Wochen", "in zwei, drei Tagen". */
const fromTo: Rule<DayRef> = either(
  map(seq(word("in"), count, or, count, daysUnit), ([, first, , last]) => aheadBetween(first, last)),
  map(seq(word("in"), count, or, count, weeksUnit), ([, first, , last]) => aheadBetween(7 * first, 7 * last)),
  map(seq(word("in"), count, maybe(word(",")), count, weeksUnit), ([, first, , last]) =>
    last === first + 1 ? aheadBetween(7 * first, 7 * last) : null,
  ),
  map(seq(word("in"), count, maybe(word(",")), count, daysUnit), ([, first, , last]) =>
    last === first + 1 ? aheadBetween(first, last) : null,
  ),
  map(seq(word("in"), count, or, count, word("monat", "monaten")), ([, first, , last]): DayRef | null =>
    first < last
      ? {
          kind: "span",
          first: { kind: "months-ahead", months: first },
          last: { kind: "months-ahead", months: last },
        }
      : null,
  ),
);

function aheadBetween(first: number, last: number): DayRef | null {
  return first < last ? { kind: "days-ahead", first, last } : null;
}

const approximately = maybe(word("ungefaehr", "etwa", "circa", "ca", "so", "rund", "genau", "gut", "knapp"));
const inDays: Rule<DayRef> = either(
  map(
    seq(word("in"), approximately, count, daysUnit),
    ([, , days]): DayRef =>
      days === 8
        ? {
            kind: "either",
            readings: [
              { kind: "offset", days: 7 },
              { kind: "offset", days: 8 },
            ],
          }
        : { kind: "offset", days },
  ),
  map(seq(word("in"), approximately, count, weeksUnit), ([, , weeks]): DayRef => ({ kind: "offset", days: 7 * weeks })),
  map(
    seq(word("in"), approximately, count, word("monat", "monaten")),
    ([, , months]): DayRef => ({ kind: "months-ahead", months }),
  ),
  map(phrases("in einem halben jahr", "in nem halben jahr"), (): DayRef => ({ kind: "months-ahead", months: 6 })),
  map(
    phrases("in einem vierteljahr", "in nem vierteljahr", "in einem viertel jahr"),
    (): DayRef => ({ kind: "months-ahead", months: 3 }),
  ),
  map(
    phrases("in einem dreivierteljahr", "in einem dreiviertel jahr"),
    (): DayRef => ({ kind: "months-ahead", months: 9 }),
  ),
  map(phrases("in einem jahr", "in nem jahr"), (): DayRef => ({ kind: "months-ahead", months: 12 })),
  map(
    phrases("in ein paar tagen", "in paar tagen", "in einigen tagen", "in wenigen tagen"),
    (): DayRef => ({
      kind: "days-ahead",
      first: 2,
      last: 5,
    }),
  ),
  map(
    phrases("in ein paar wochen", "in paar wochen", "in einigen wochen"),
    (): DayRef => ({ kind: "days-ahead", first: 14, last: 28 }),
  ),
  map(
    phrases(
      "in den naechsten tagen",
      "die naechsten tage",
      "die kommenden tage",
      "in den kommenden tagen",
      "die tage",
      "dieser tage",
      "die naechste zeit",
      "in der naechsten zeit",
      "in naechster zeit",
    ),
    (): DayRef => ({
      kind: "days-ahead",
      first: 0,
      last: 6,
    }),
  ),
  map(
    phrases("in den naechsten wochen", "die naechsten wochen"),
    (): DayRef => ({ kind: "days-ahead", first: 0, last: 20 }),
  ),
);

const within = either(
  phrases(
    "in den naechsten",
    "die naechsten",
    "in den kommenden",
    "innerhalb der naechsten",
    "innerhalb von",
    "binnen",
    "innerhalb",
  ),
  phrases("im laufe der naechsten"),
);

const withinDays: Rule<DayRef> = either(
  map(seq(within, count, daysUnit), ([, days]): DayRef => ({ kind: "days-ahead", first: 0, last: days })),
  map(seq(within, count, weeksUnit), ([, weeks]): DayRef => ({ kind: "days-ahead", first: 0, last: 7 * weeks })),
);

/** "In drei Tagen", "in zwei bis drei Wochen", "innerhalb der nächsten zehn Tage". */
export const daysAhead: Rule<DayRef> = either(fromTo, inDays, withinDays);
