import { fullYear } from "../time/dates";
import { type DayRef, day, type Element, mark } from "../time/elements";
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
  token,
  word,
} from "../time/grammar";
import { COUNTED } from "./counted-words";
import { cardinal, ORDINALS, ordinal, year } from "./numbers";
import { MONTHS, PAST, WEEKDAYS } from "./words";

const monthName = lookup(MONTHS);
const monthNumber: Rule<number> = map(ordinal, (value) => (value <= 12 ? value : null));
const comma = word(",");
const article = word("den", "dem", "der", "am", "zum");

/** "3. Dezember", "3 Dezember", "dritter zwölfter", "am 31. 4."; whether it exists is decided later. */
const dayAndMonth: Rule<{ day: number; month: number }> = either(
  map(
    seq(either(ordinal, cardinal), maybe(word("tag")), maybe(word("im", "des")), monthName, maybe(word("."))),
    ([value, , , month]) => (value >= 0 && value <= 39 ? { day: value, month } : null),
  ),
  map(seq(ordinal, monthNumber), ([value, month]) => ({ day: value, month })),
  token(["date", "slashed"], ({ kind, values }) => {
    const [value, month] = values;
    const isDate = kind === "date" || (kind === "slashed" && month !== undefined && month <= 12);
    return isDate && values.length === 2 && value && month ? { day: value, month } : null;
  }),
);

const yearBehind: Rule<number> = map(
  seq(maybe(comma), maybe(word("im", "jahr")), maybe(word("jahr")), year),
  ([, , , value]) => value,
);

const yearsAhead: Rule<number> = either(
  map(phrases("dieses jahres", "dieses jahr", "in diesem jahr", "diesen jahres"), () => 0),
  map(phrases("naechsten jahres", "naechstes jahr", "im naechsten jahr", "kommenden jahres"), () => 1),
);
const withYear: Rule<DayRef> = either(
  map(seq(dayAndMonth, yearsAhead), ([date, plusYears]): DayRef => ({ kind: "date", ...date, plusYears })),
  map(
    seq(dayAndMonth, maybe(yearBehind)),
    ([date, inYear]): DayRef => ({ kind: "date", ...date, ...(inYear && { year: inYear }) }),
  ),
  token(["date", "slashed"], ({ values: [value, month, inYear] }): DayRef | null =>
    value && month && inYear !== undefined ? { kind: "date", day: value, month, year: fullYear(inYear) } : null,
  ),
);

/** "3.12" without its last dot is a date unless "Uhr" follows or "um" leads. */
const dotted: Rule<DayRef> = notBefore(
  token(["dotted"], ({ values: [value, month] }): DayRef | null =>
    value && month && value <= 31 && month <= 12 ? { kind: "date", day: value, month } : null,
  ),
  word("uhr"),
);
const afterHourWord: ReadonlySet<string> = new Set(["um", "gegen"]);
const dottedDate: Rule<DayRef> = notAfter(dotted, afterHourWord);

const counted = word(...COUNTED);

const articleBefore = word("am", "den", "dem", "zum", "der");

/** As many offers are read out: "den zweiten" may be one of them. */
const MOST_OFFERS = 3;
const isChoice = (article: string, value: number): boolean =>
  value <= MOST_OFFERS && (article === "den" || article === "der");

/** "Am Dritten", "zum 15.": needs its article, because an ordinal alone counts anything. */
const dayOnly: Rule<DayRef> = notBefore(
  map(
    seq(articleBefore, ordinal),
    ([article, value]): DayRef => ({
      kind: "date",
      day: value,
      ...(isChoice(article, value) && { choice: true }),
    }),
  ),
  counted,
);
/** "Bis 5. Dezember", "oder 4.": digits with a dot need none. */
const dayOnlyDigits: Rule<DayRef> = notBefore(
  token(["ordinal"], ({ text, values: [value] }): DayRef | null =>
    text.endsWith(".") && value !== undefined ? { kind: "date", day: value } : null,
  ),
  counted,
);
const afterLink: ReadonlySet<string> = new Set(["bis", "oder", "und", "vom", "ab", "zwischen", "-", "–", ","]);
const LINKS_ON: ReadonlySet<string> = new Set(["bis", "-", "–"]);
const dayOnlyLinked: Rule<DayRef> = given(
  either(
    dayOnlyDigits,
    notBefore(
      map(ordinal, (value): DayRef => ({ kind: "date", day: value })),
      counted,
    ),
  ),
  (tokens, at) => afterLink.has(tokens[at - 1]?.text ?? "") || LINKS_ON.has(tokens[at + 1]?.text ?? ""),
);

const DAY_BEGINS =
  "um gegen ab vormittags nachmittags abends mittags morgens frueh zwischen oder geht ginge passt waere waer";
/** "Fünfzehnter, zweiundzwanzigster oder …"; "zweiter, dritter Stock" is no list of days. */
const listGoesOn = seq(comma, lookup(ORDINALS), word(",", "oder", "und"));
/** "Zweiter um neun", "vierzehnter oder fünfzehnter": without an article only in front of what goes with a day. */
const dayOnlyBare: Rule<DayRef> = notAfter(
  map(
    onlyBefore(lookup(ORDINALS), either<unknown>(word(...DAY_BEGINS.split(" ")), listGoesOn)),
    (value): DayRef | null => (value >= 2 && value <= 31 ? { kind: "date", day: value } : null),
  ),
  new Set([
    "als",
    "ein",
    "einen",
    "einem",
    "jeden",
    "jeder",
    "jedem",
    "mein",
    "meinen",
    "im",
    "zur",
    "beim",
    "die",
    "das",
  ]),
);

const figure = token(["number"], ({ values: [value] }) => value ?? null);
/** "Den 27 11": as some recognisers write "siebenundzwanzigster elfter"; not "am 3 12 Uhr". */
const figures: Rule<DayRef> = notBefore(
  map(seq(articleBefore, figure, figure), ([, value, month]): DayRef | null =>
    value >= 1 && value <= 31 && month >= 1 && month <= 12 ? { kind: "date", day: value, month } : null,
  ),
  word("uhr", "ur", "bis", "oder", ":"),
);

/** "Dritter Mai", "dritter": behind a word that makes it a day. */
export const fullDate: Rule<DayRef> = either(
  withYear,
  map(ordinal, (value): DayRef => ({ kind: "date", day: value })),
);
const onward: Rule<DayRef> = map(
  seq(
    word("vom", "von"),
    maybe(word("dem")),
    fullDate,
    notBefore(word("an", "aufwaerts"), word("der", "dem", "einer", "einem")),
  ),
  ([, , first]): DayRef => ({ kind: "span", first }),
);

const anyDate: Rule<DayRef> = either(
  figures,
  map(seq(maybe(article), withYear), ([, ref]) => ref),
  map(seq(maybe(article), dottedDate), ([, ref]) => ref),
  dayOnly,
  dayOnlyBare,
  dayOnlyLinked,
);

const REFUSES: ReadonlySet<string> = new Set([
  "nicht",
  "fall",
  "statt",
  "ausser",
  "weder",
  "ned",
  "net",
  "kein",
  "keinen",
]);
/** "Auf keinen Fall Donnerstag, am 27. ginge es" names two days. */
const commaOfDate: Rule<string> = given(comma, (tokens, at) => {
  const isRefused = tokens.slice(Math.max(0, at - 3), at).some(({ text }) => REFUSES.has(text));
  return !(isRefused && tokens[at + 1]?.text === "am");
});
/** "Dienstag, den 8. Dezember": the weekday is checked against the date. */
const withWeekday: Rule<DayRef> = map(
  seq(maybe(article), lookup(WEEKDAYS), maybe(commaOfDate), anyDate),
  ([, weekday, , ref]): DayRef | null => {
    if (ref.kind !== "date") return null;
    const { choice: _named, ...date } = ref;
    return { ...date, weekday };
  },
);

const last = map(lookup(PAST), () => -1);

/** "Nächsten Monat am zweiten Montag", "im Februar der erste Freitag". */
const monthsNth: Rule<DayRef> = map(
  seq(
    either(
      map(seq(word("im", "in"), monthName), ([, month]) => ({ month, plusMonths: 0 })),
      map(phrases("naechsten monat", "im naechsten monat"), () => ({ plusMonths: 1 })),
      map(phrases("diesen monat", "in diesem monat"), () => ({ plusMonths: 0 })),
    ),
    maybe(articleBefore),
    either(ordinal, last),
    lookup(WEEKDAYS),
  ),
  ([period, , nth, weekday]): DayRef => ({ kind: "nth-weekday", nth, weekday, ...period }),
);

/** "Am zweiten Montag", of no month: which one is not said. */
const someNth: Rule<Element[]> = map(
  seq(
    articleBefore,
    map(lookup(ORDINALS), (value) => (value >= 2 && value <= 5 ? value : null)),
    lookup(WEEKDAYS),
  ),
  ([, , weekday]): Element[] => [
    { kind: "word", text: "", temporal: true },
    ...day({ kind: "weekday", weekday, sense: "bare", plusWeeks: 0 }),
  ],
);

/** "Der erste Montag im Dezember", "am letzten Freitag des Monats". */
const nthWeekday: Rule<DayRef> = map(
  seq(
    maybe(articleBefore),
    either(ordinal, last),
    lookup(WEEKDAYS),
    either(
      map(seq(word("im", "in"), monthName), ([, month]) => ({ month, plusMonths: 0 })),
      map(phrases("im neuen jahr"), () => ({ month: 1, plusMonths: 0 })),
      map(phrases("im monat", "des monats", "diesen monat", "im diesem monat"), () => ({ plusMonths: 0 })),
      map(phrases("im naechsten monat", "naechsten monat", "des naechsten monats"), () => ({ plusMonths: 1 })),
    ),
  ),
  ([, nth, weekday, period]): DayRef => ({ kind: "nth-weekday", nth, weekday, ...period }),
);

/** "Am vierten, fünften und siebten Januar": each of them is of that month. */
const daysOfMonth: Rule<Element[]> = map(
  seq(
    articleBefore,
    ordinal,
    several(
      map(seq(maybe(comma), maybe(articleBefore), ordinal), ([, , value]) => value),
      4,
    ),
    word("und", "oder"),
    maybe(articleBefore),
    ordinal,
    monthName,
  ),
  ([, first, others, , , final, month]): Element[] =>
    [first, ...others, final].flatMap((value, at): Element[] => [
      ...(at > 0 ? mark("or") : []),
      ...day({ kind: "date", day: value, month }),
    ]),
);

const ADJECTIVES: ReadonlySet<string> = new Set(["naechsten", "letzten", "gesamten", "kompletten", "spaeten"]);
/** "Am zigsten Mai": a day was said, and which one not understood. */
const unknownDay: Rule<Element[]> = onlyAfter(
  map(
    onlyBefore(
      token(["word"], ({ text }) => (/te[nrm]$/.test(text) && !ADJECTIVES.has(text) ? text : null)),
      monthName,
    ),
    (text): Element[] => [{ kind: "word", text, temporal: true }],
  ),
  new Set(["am", "den", "der", "dem", "zum", "vom", "ab", "bis"]),
);

export const dateRule: Rule<Element[]> = either(
  unknownDay,
  map(either(anyDate, withWeekday, nthWeekday, monthsNth, onward), day),
  someNth,
  notAfter(daysOfMonth, new Set(["zwischen", "von", "vom"])),
);
