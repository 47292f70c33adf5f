import { type DayRef, day, type Element, type HolidayRelation, type Portion } from "../time/elements";
import { either, lookup, map, maybe, phrases, type Rule, seq, several, word } from "../time/grammar";
import { holiday } from "./holidays";
import { ordinal, year } from "./numbers";
import { article, lead, portion, sense, WEEKS } from "./period-words";
import { MONTHS, PAST, PORTIONS } from "./words";

const monthName = lookup(MONTHS);
const thisYear = map(phrases("dieses jahres", "dieses jahr", "in diesem jahr"), () => 0);
const nextYear = map(phrases("naechsten jahres", "naechstes jahr", "im naechsten jahr", "kommenden jahres"), () => 1);

const namedMonth: Rule<DayRef> = map(
  seq(
    lead,
    maybe(portion),
    article,
    maybe(word("monat")),
    monthName,
    maybe(word(".")),
    maybe(year),
    maybe(either(thisYear, nextYear)),
  ),
  ([, part, , , month, , inYear, plusYears]): DayRef => ({
    kind: "month",
    month,
    plus: 0,
    ...(part && { portion: part }),
    ...(inYear !== null && { year: inYear }),
    ...(plusYears !== null && { plusYears }),
  }),
);

const relativeMonth: Rule<DayRef> = either(
  map(
    seq(lead, maybe(portion), article, sense, word("monat", "monats")),
    ([, part, , said]): DayRef => ({ kind: "month", plus: WEEKS[said], ...(part && { portion: part }) }),
  ),
  map(
    seq(maybe(word("am", "zum")), portion, word("monats", "monat")),
    ([, part]): DayRef => ({ kind: "month", plus: 0, portion: part }),
  ),
  map(
    phrases("monatsende", "am monatsende", "zum monatsende"),
    (): DayRef => ({ kind: "month", plus: 0, portion: "end" }),
  ),
  map(phrases("monatsanfang", "am monatsanfang"), (): DayRef => ({ kind: "month", plus: 1, portion: "start" })),
);

/** "Anfang bis Mitte Dezember", "Mitte oder Ende Januar". */
const portionsOfMonth: Rule<DayRef> = map(
  seq(lookup(PORTIONS), word("bis", "oder", "und", "-"), portion, monthName),
  ([first, , last, month]): DayRef => ({
    kind: "span",
    first: { kind: "month", month, plus: 0, portion: first },
    last: { kind: "month", month, plus: 0, portion: last },
  }),
);

const monthWeek: Rule<DayRef> = map(
  seq(
    lead,
    article,
    either(
      ordinal,
      map(lookup(PAST), () => -1),
    ),
    word("woche"),
    word("im", "des", "vom"),
    monthName,
  ),
  ([, , nth, , , month]): DayRef | null => (nth <= 5 ? { kind: "month-week", nth, month } : null),
);

const half: Rule<Portion> = map(
  seq(article, ordinal, word("haelfte"), maybe(word("des", "der", "vom", "von", "im"))),
  ([, nth]) => (nth === 1 ? "first-half" : nth === 2 ? "second-half" : null),
);
/** "In der ersten Dezemberhälfte", "zweite Hälfte nächster Woche". */
const halfOf: Rule<DayRef> = either(
  map(
    seq(lead, half, maybe(word("monat")), monthName),
    ([, part, , month]): DayRef => ({ kind: "month", month, plus: 0, portion: part }),
  ),
  map(
    seq(lead, half, article, maybe(sense), word("monat", "monats")),
    ([, part, , said]): DayRef => ({ kind: "month", plus: WEEKS[said ?? "this"], portion: part }),
  ),
  map(
    seq(lead, half, article, maybe(sense), word("woche")),
    ([, part, , said]): DayRef => ({ kind: "week", plus: WEEKS[said ?? "this"], portion: part }),
  ),
);

const restOfYear: Rule<DayRef> = map(
  either<unknown>(
    phrases("heuer noch", "noch heuer", "dieses jahr noch", "noch dieses jahr", "in diesem jahr noch"),
    phrases("noch in diesem jahr", "vor jahresende", "noch im alten jahr", "im alten jahr noch", "bis jahresende"),
    word("heuer"),
  ),
  (): DayRef => ({ kind: "span", last: { kind: "date", day: 31, month: 12 } }),
);

const yearPart: Rule<DayRef> = either(
  restOfYear,
  map(
    seq(
      nextYear,
      several(word(",", "irgendwann", "so", "dann", "mal", "gern", "gerne", "am", "liebsten", "gleich"), 3),
      maybe(word("im")),
      maybe(portion),
      monthName,
    ),
    ([, , , part, month]): DayRef => ({ kind: "month", month, plus: 0, plusYears: 1, ...(part && { portion: part }) }),
  ),
  map(seq(word("anfang", "beginn"), nextYear), (): DayRef => ({ kind: "month", month: 1, plus: 0, plusYears: 1 })),
  map(
    phrases("im neuen jahr", "anfang des jahres", "im naechsten jahr gleich"),
    (): DayRef => ({ kind: "month", month: 1, plus: 0 }),
  ),
  map(
    phrases("ende des jahres", "ende dieses jahres", "jahresende", "zum jahresende"),
    (): DayRef => ({ kind: "month", month: 12, plus: 0, portion: "end" }),
  ),
);

const weekend: Rule<DayRef> = either(
  map(
    seq(lead, article, maybe(sense), word("wochenende")),
    ([, , said]): DayRef => ({ kind: "weekend", sense: said ?? "bare", plusWeeks: 0 }),
  ),
  map(
    seq(lead, article, word("wochenende"), sense, word("woche")),
    ([, , , said]): DayRef => ({
      kind: "weekend",
      sense: "bare",
      plusWeeks: WEEKS[said],
    }),
  ),
);

const aDay = seq(maybe(word("ein", "einen", "am", "den", "der")), word("tag"));
const holidayRelation: Rule<HolidayRelation> = either(
  map(seq(aDay, word("vor"), article), (): HolidayRelation => "day-before"),
  map(seq(aDay, word("nach"), article), (): HolidayRelation => "day-after"),
  map(word("an", "am", "zu", "ueber"), (): HolidayRelation => "on"),
  map(seq(either(word("vor"), phrases("kurz vor", "noch vor")), article), (): HolidayRelation => "before"),
  map(seq(either(word("nach"), phrases("kurz nach", "erst nach")), article), (): HolidayRelation => "after"),
);

const aroundHoliday: Rule<DayRef> = map(
  seq(maybe(holidayRelation), article, maybe(word("naechsten", "naechster", "kommenden", "kommender")), holiday),
  ([relation, , , name]): DayRef => ({
    kind: "holiday",
    holiday: name,
    relation: relation ?? "on",
  }),
);

const BESIDE_FEASTS: ReadonlyMap<string, [holiday: string, relation: HolidayRelation]> = new Map([
  ["pfingstdienstag", ["whit-monday", "day-after"]],
  ["osterdienstag", ["easter-monday", "day-after"]],
  ["karsamstag", ["easter-sunday", "day-before"]],
  ["ostersamstag", ["easter-sunday", "day-before"]],
  ["pfingstsamstag", ["pentecost", "day-before"]],
]);
const besideHoliday: Rule<DayRef> = map(
  seq(maybe(word("am", "den", "der")), lookup(BESIDE_FEASTS)),
  ([, [name, relation]]): DayRef => ({ kind: "holiday", holiday: name, relation }),
);

export const periodRule: Rule<Element[]> = map(
  either(
    halfOf,
    namedMonth,
    portionsOfMonth,
    monthWeek,
    relativeMonth,
    yearPart,
    weekend,
    aroundHoliday,
    besideHoliday,
  ),
  day,
);
