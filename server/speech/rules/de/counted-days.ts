import { type DayRef, day, type Element } from "../time/elements";
import { either, lookup, map, maybe, onlyBefore, phrases, type Rule, seq, word } from "../time/grammar";
import { holiday } from "./holidays";
import { count, ordinal } from "./numbers";
import { daysUnit } from "./units";
import { MONTHS, WEEKDAYS } from "./words";

const namedMonth: Rule<DayRef> = map(lookup(MONTHS), (month): DayRef => ({ kind: "month", month, plus: 0 }));
const ofMonth: Rule<DayRef> = either(
  map(seq(maybe(word("im", "vom", "von", "des")), namedMonth), ([, month]) => month),
  map(
    phrases("des monats", "im monat", "diesen monats", "dieses monats", "in diesem monat", "diesen monat"),
    (): DayRef => ({ kind: "month", plus: 0 }),
  ),
  map(
    phrases("des naechsten monats", "im naechsten monat", "naechsten monats", "naechsten monat"),
    (): DayRef => ({ kind: "month", plus: 1 }),
  ),
);
const fromLast: Rule<number> = either(
  map(word("letzter", "letzten", "letzte"), () => 0),
  map(word("vorletzter", "vorletzten", "vorletzte"), () => -1),
);
/** "Am letzten Tag des Monats", "am letzten Februar"; "letzten Februar" alone is over. */
const lastDay: Rule<DayRef> = either(
  map(
    seq(maybe(word("am", "der", "den", "dem", "zum")), fromLast, word("tag"), ofMonth),
    ([, days, , month]): DayRef => ({ kind: "follows", day: month, days }),
  ),
  map(
    seq(word("am", "zum"), fromLast, either(namedMonth, phrasedMonth())),
    ([, days, month]): DayRef => ({ kind: "follows", day: month, days }),
  ),
);

function phrasedMonth(): Rule<DayRef> {
  return map(
    phrases("des monats", "des naechsten monats"),
    (text): DayRef => ({
      kind: "month",
      plus: text === "des monats" ? 0 : 1,
    }),
  );
}

const OF_SEVERAL_DAYS: ReadonlySet<string> = new Set([
  "easter",
  "pentecost",
  "christmas",
  "holidays",
  "between-the-years",
]);
/** "Zwei Tage nach Rosenmontag", "drei Tage vor Heiligabend"; from which day of Christmas on nobody says. */
const besideFeast: Rule<DayRef> = map(
  seq(count, daysUnit, word("vor", "nach"), maybe(word("dem", "den", "der")), holiday),
  ([days, , side, , named]): DayRef | null => {
    if (OF_SEVERAL_DAYS.has(named)) return null;
    const day: DayRef = { kind: "holiday", holiday: named, relation: "on" };
    return { kind: "follows", day, ...(side === "vor" ? { days: -days, isBefore: true } : { days }) };
  },
);

/** "Am letzten Freitag vor Weihnachten", "am ersten Montag nach Neujahr": not the one that is over. */
const besideItsFeast: Rule<DayRef> = map(
  onlyBefore(
    seq(
      maybe(word("am", "den", "der", "dem")),
      either<unknown>(
        onlyBefore(word("letzten", "letzter", "letzte"), seq(lookup(WEEKDAYS), word("vor"))),
        onlyBefore(word("ersten", "erster", "naechsten"), seq(lookup(WEEKDAYS), word("nach"))),
      ),
      lookup(WEEKDAYS),
    ),
    seq(word("vor", "nach"), maybe(word("dem", "den", "der")), holiday),
  ),
  ([, , weekday]): DayRef => ({ kind: "weekday", weekday, sense: "bare", plusWeeks: 0 }),
);

/** "Am letzten Wochenende im Februar": one of four, and which of them is worth a question. */
const someWeekend: Rule<Element[]> = map(
  seq(maybe(word("am", "das", "dem")), either(fromLast, ordinal), word("wochenende"), ofMonth),
  ([, , , month]): Element[] => [
    { kind: "word", text: "", temporal: true },
    ...day({ kind: "within", day: { kind: "weekend", sense: "bare", plusWeeks: 0 }, period: month }),
  ],
);

/** Days that are counted from the end of a month or from a feast. */
export const countedDay: Rule<Element[]> = either(map(either(lastDay, besideFeast, besideItsFeast), day), someWeekend);
