import { type DayRef, day, type Element, type WeekdaySense } from "../time/elements";
import {
  either,
  lookup,
  map,
  maybe,
  notAfter,
  onlyAfter,
  phrases,
  type Rule,
  seq,
  several,
  word,
} from "../time/grammar";
import { count } from "./numbers";
import { EVERY_WEEKDAY, PAST, SENSES, WEEKDAYS } from "./words";

const OFFSETS: ReadonlyMap<string, number> = new Map([
  ["heute", 0],
  ["heut", 0],
  ["heit", 0],
  ["haide", 0],
  ["heid", 0],
  ["hoid", 0],
  ["huet", 0],
  ["uebermorgen", 2],
  ["uebermorjen", 2],
  ["ueberuebermorgen", 3],
]);

/** In front of "morgen" these make it the morning, or a greeting. */
const MAKES_MORNING: ReadonlySet<string> = new Set([
  ...["guten", "gut", "schoenen", "heute", "heut", "gestern", "am", "jeden", "diesen", "frueher", "fruehen", "spaeten"],
  ...WEEKDAYS.keys(),
]);

export const weekdayMorning: Rule<string> = onlyAfter(word("morgen"), MAKES_MORNING);

const tomorrow: Rule<DayRef> = either(
  map(
    notAfter(word("morgen", "morjen", "morgn", "moagn", "moin"), new Set([...MAKES_MORNING, "moin"])),
    (text): DayRef | null => (text === "moin" ? null : { kind: "offset", days: 1 }),
  ),
  map(phrases("am morgigen tag", "der morgige tag", "am morgigen"), (): DayRef => ({ kind: "offset", days: 1 })),
  map(phrases("am heutigen tag", "den heutigen tag", "am heutigen"), (): DayRef => ({ kind: "offset", days: 0 })),
  map(phrases("ueber morgen"), (): DayRef => ({ kind: "offset", days: 2 })),
);

const nearDay: Rule<DayRef> = either(
  map(lookup(OFFSETS), (days): DayRef => ({ kind: "offset", days })),
  tomorrow,
);

const weekdayName = lookup(WEEKDAYS);
const sense: Rule<WeekdaySense> = lookup(SENSES);
const article = word("am", "den", "der", "dem", "an");

const weekday: Rule<DayRef> = map(
  seq(maybe(sense), weekdayName),
  ([said, value]): DayRef => ({ kind: "weekday", weekday: value, sense: said ?? "bare", plusWeeks: 0 }),
);

const every: Rule<DayRef> = either(
  map(lookup(EVERY_WEEKDAY), (value): DayRef => ({ kind: "every", weekdays: [value] })),
  map(seq(word("jeden", "jedem", "jeder"), weekdayName), ([, value]): DayRef => ({ kind: "every", weekdays: [value] })),
  map(
    phrases("werktags", "wochentags", "unter der woche", "an wochentagen", "an werktagen", "an einem wochentag"),
    (): DayRef => ({
      kind: "every",
      weekdays: [1, 2, 3, 4, 5],
    }),
  ),
  map(
    phrases("jeden tag", "taeglich", "an jedem tag"),
    (): DayRef => ({ kind: "every", weekdays: [0, 1, 2, 3, 4, 5, 6] }),
  ),
);

const weeksUnit = word("woche", "wochen");
const daysUnit = word("tag", "tage", "tagen", "tach", "daach");

/** "In zwei Wochen", "in acht Tagen" behind a day: "acht Tage" and "vierzehn Tage" are one and two weeks then. */
const weeksLater: Rule<number> = either(
  map(seq(word("in", "ueber"), count, weeksUnit), ([, weeks]) => weeks),
  map(seq(word("in", "ueber"), count, daysUnit), ([, days]) => (days === 8 ? 1 : days % 7 === 0 ? days / 7 : null)),
);

const dayWeeksLater: Rule<DayRef> = either(
  map(seq(weekday, weeksLater), ([ref, weeks]): DayRef | null =>
    ref.kind === "weekday" ? { ...ref, plusWeeks: weeks } : null,
  ),
  map(seq(nearDay, weeksLater), ([ref, weeks]): DayRef | null =>
    ref.kind === "offset" ? { kind: "offset", days: ref.days + 7 * weeks } : null,
  ),
);

/** "In acht Wochen dienstags", "in zwei Wochen, am Freitag". */
const weekdayInWeeks: Rule<DayRef> = map(
  seq(
    word("in"),
    count,
    weeksUnit,
    maybe(word(",")),
    several(word("dann", "wieder", "am", "den", "der", "einen", "immer"), 2),
    either(weekdayName, lookup(EVERY_WEEKDAY)),
  ),
  ([, weeks, , , , value]): DayRef => ({ kind: "weekday-in-weeks", weekday: value, weeks }),
);

const or = word("bis", "oder", "-");
/** "In vier bis sechs Wochen". */
const fromTo: Rule<DayRef> = either(
  map(seq(word("in"), count, or, count, daysUnit), ([, first, , last]) => aheadBetween(first, last)),
  map(seq(word("in"), count, or, count, weeksUnit), ([, first, , last]) => aheadBetween(7 * first, 7 * last)),
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

const approximately = maybe(word("ungefaehr", "etwa", "circa", "ca", "so", "rund"));
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

const ago = seq(
  word("vor"),
  count,
  word("tag", "tagen", "woche", "wochen", "monat", "monaten", "jahr", "jahren", "stunde", "stunden"),
);

const past: Rule<DayRef> = map(
  either<unknown>(
    word("gestern", "vorgestern"),
    seq(lookup(PAST), either<unknown>(weekdayName, word("woche", "monat", "jahr", "wochenende"))),
    seq(lookup(PAST), word("woche"), maybe(word("am")), weekdayName),
    seq(weekdayName, lookup(PAST), word("woche")),
    ago,
  ),
  (): DayRef => ({ kind: "past" }),
);

const said: Rule<DayRef> = either(
  nearDay,
  weekday,
  every,
  dayWeeksLater,
  weekdayInWeeks,
  fromTo,
  inDays,
  withinDays,
  past,
);

export const dayRule: Rule<Element[]> = map(seq(maybe(article), said), ([, ref]) => day(ref));
