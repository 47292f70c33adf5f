import { type DayRef, day, type Element, nothing, type WeekdaySense } from "../time/elements";
import {
  either,
  given,
  lookup,
  map,
  maybe,
  notAfter,
  notBefore,
  onlyAfter,
  onlyBefore,
  phrases,
  type Rule,
  seq,
  several,
  word,
} from "../time/grammar";
import { countedDay } from "./counted-days";
import { daysAhead } from "./days-ahead";
import { count, ORDINALS } from "./numbers";
import { daysUnit, weeksUnit } from "./units";
import { EVERY_WEEKDAY, PARTS, PAST, SENSES, WEEKDAYS } from "./words";

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
  ...["guten", "schoenen", "heute", "heut", "gestern", "am", "jeden", "diesen", "frueher", "fruehen", "spaeten"],
  ...WEEKDAYS.keys(),
]);

/** "Gut Morgen", as it is heard where somebody begins; "um zehn wäre gut morgen" is tomorrow. */
const greeting: Rule<Element[]> = given(
  map(seq(word("gut", "gute"), word("morgen", "morjen", "moagn")), nothing),
  (_, at) => at <= 1,
);

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

export const nearDay: Rule<DayRef> = either(
  map(lookup(OFFSETS), (days): DayRef => ({ kind: "offset", days })),
  tomorrow,
);

const weekdayName = lookup(WEEKDAYS);
const sense: Rule<WeekdaySense> = lookup(SENSES);
const article = word("am", "den", "der", "dem", "an");

export const weekday: Rule<DayRef> = map(
  seq(maybe(sense), weekdayName),
  ([said, value]): DayRef => ({ kind: "weekday", weekday: value, sense: said ?? "bare", plusWeeks: 0 }),
);

const every: Rule<DayRef> = either(
  map(
    onlyAfter(seq(word("einem", "nem"), weekdayName), new Set(["an"])),
    ([, value]): DayRef => ({ kind: "every", weekdays: [value] }),
  ),
  map(lookup(EVERY_WEEKDAY), (value): DayRef => ({ kind: "every", weekdays: [value] })),
  map(seq(word("jeden", "jedem", "jeder"), weekdayName), ([, value]): DayRef => ({ kind: "every", weekdays: [value] })),
  map(
    phrases(
      "werktags",
      "wochentags",
      "unter der woche",
      "wochentagen",
      "werktagen",
      "einem wochentag",
      "einem werktag",
    ),
    (): DayRef => ({
      kind: "every",
      weekdays: [1, 2, 3, 4, 5],
    }),
  ),
  map(
    phrases("jeden tag", "taeglich", "jedem tag"),
    (): DayRef => ({ kind: "every", weekdays: [0, 1, 2, 3, 4, 5, 6] }),
  ),
);

/** "In zwei Wochen", "in acht Tagen" behind a day: "acht Tage" and "vierzehn Tage" are one and two weeks then. */
const weeksLater: Rule<number> = either(
  map(seq(word("in", "ueber"), count, weeksUnit), ([, weeks]) => weeks),
  map(seq(word("in", "ueber"), count, daysUnit), ([, days]) => (days === 8 ? 1 : days % 7 === 0 ? days / 7 : null)),
);

const atEnd: Rule<true> = (tokens, at) => (at >= tokens.length ? { value: true, next: at } : null);
const wishGoesOn = either<unknown>(
  atEnd,
  word(",", ".", "um", "gegen", "ab", "vormittags", "nachmittags", "abends", "morgens"),
);
/** "Heute fünf Wochen", "Freitag acht Tage": as "in" would say; "heute drei Wochen Urlaub" is no day. */
const bareWeeksLater: Rule<number> = onlyBefore(
  either(
    map(seq(count, weeksUnit), ([weeks]) => weeks),
    map(seq(count, daysUnit), ([days]) => (days === 8 ? 1 : days === 14 ? 2 : null)),
  ),
  wishGoesOn,
);

const dayWeeksLater: Rule<DayRef> = either(
  map(seq(weekday, bareWeeksLater), ([ref, weeks]): DayRef | null =>
    ref.kind === "weekday" ? { ...ref, plusWeeks: weeks } : null,
  ),
  map(seq(nearDay, bareWeeksLater), ([ref, weeks]): DayRef | null =>
    ref.kind === "offset" ? { kind: "offset", days: ref.days + 7 * weeks } : null,
  ),
  map(seq(weekday, weeksLater), ([ref, weeks]): DayRef | null =>
    ref.kind === "weekday" ? { ...ref, plusWeeks: weeks } : null,
  ),
  map(seq(nearDay, weeksLater), ([ref, weeks]): DayRef | null =>
    ref.kind === "offset" ? { kind: "offset", days: ref.days + 7 * weeks } : null,
  ),
  map(seq(word("heute", "heut"), word("in", "ueber"), count, word("monat", "monaten")), ([, , months]) => ({
    kind: "months-ahead",
    months,
  })),
);

/** "In acht Wochen dienstags", "in zwei Wochen, am Freitag". */
const weekdayInWeeks: Rule<DayRef> = map(
  seq(
    word("in"),
    either(
      map(seq(count, weeksUnit), ([weeks]) => weeks),
      map(seq(count, daysUnit), ([days]) => (days > 8 && days % 7 === 0 ? days / 7 : null)),
    ),
    maybe(word(",")),
    several(word("dann", "wieder", "am", "an", "den", "der", "einem", "einen", "immer"), 2),
    either(weekdayName, lookup(EVERY_WEEKDAY)),
  ),
  ([, weeks, , , value]): DayRef => ({ kind: "weekday-in-weeks", weekday: value, weeks }),
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

/** "Seit gestern", "seit drei Wochen": how long something has been so is no wish. */
const since: Rule<Element[]> = map(
  seq(
    word("seit"),
    maybe(word("dem", "der", "letztem", "letzter", "letzten", "etwa", "ungefaehr", "ca", "schon")),
    either<unknown>(
      seq(either<unknown>(past, nearDay, weekdayName), maybe(lookup(PARTS))),
      seq(count, word("tag", "tagen", "woche", "wochen", "monat", "monaten", "jahr", "jahren", "stunde", "stunden")),
      word("woche", "wochenende", "monat", "jahr", "frueh"),
    ),
  ),
  nothing,
);

/** "Freitag drauf", "am Tag davor", "den drauf". */
const following: Rule<Element[]> = map(
  either<Omit<Extract<Element, { kind: "following" }>, "kind">>(
    map(seq(weekdayName, word("drauf", "darauf", "dadrauf", "danach")), ([weekday]) => ({ weekday })),
    map(seq(weekdayName, word("davor", "vorher", "zuvor")), ([weekday]) => ({ weekday, isBefore: true as const })),
    map(
      either<unknown>(
        seq(maybe(word("einen", "ein")), word("tag", "tags"), word("davor", "vorher", "zuvor", "frueher")),
        word("vortag"),
      ),
      () => ({ days: -1, isBefore: true as const }),
    ),
    map(
      either<unknown>(
        seq(maybe(word("einen", "ein")), word("tag", "tags"), word("drauf", "darauf", "danach", "spaeter", "dadrauf")),
        word("folgetag"),
        phrases("naechsten tag", "naechste tag"),
      ),
      () => ({ days: 1 }),
    ),
    map(phrases("den drauf", "der drauf", "dem drauf"), () => ({ days: 7 })),
    map(seq(maybe(word("die", "der", "in")), maybe(word("der")), lookup(ORDINALS), word("woche")), ([, , nthWeek]) =>
      nthWeek >= 1 && nthWeek <= 5 ? { nthWeek } : null,
    ),
  ),
  (counted): Element[] => [{ kind: "following", ...counted }],
);

/** "Der Termin ist am zehnten, davor am Mittwoch": hardly the next Wednesday; what stood before it only tells. */
const weekdayBefore: Rule<Element[]> = map(
  seq(word("davor", "vorher", "zuvor"), maybe(word("am", "den", "der")), weekdayName),
  ([, , weekday]): Element[] => [{ kind: "break" }, { kind: "following", weekday, isBefore: true }],
);

/** "Von Montag an": an open span, as behind "ab". */
const onward: Rule<DayRef> = map(
  seq(
    word("von", "vom"),
    either(nearDay, weekday),
    notBefore(word("an", "aufwaerts"), word("der", "dem", "einer", "einem")),
  ),
  ([, first]): DayRef => ({ kind: "span", first }),
);

const said: Rule<DayRef> = either(nearDay, weekday, every, dayWeeksLater, weekdayInWeeks, daysAhead, past, onward);

export const dayRule: Rule<Element[]> = either<Element[]>(
  greeting,
  countedDay,
  map(seq(maybe(article), said), ([, ref]) => day(ref)),
  map(seq(maybe(article), following), ([, elements]) => elements),
  weekdayBefore,
  since,
);
