import { type DayRef, day, type Element, type Portion } from "../time/elements";
import {
  either,
  lookup,
  map,
  maybe,
  notBefore,
  onlyBefore,
  phrases,
  type Rule,
  seq,
  shortlyAfter,
  word,
} from "../time/grammar";
import { holiday } from "./holidays";
import { cardinal, ordinal, year } from "./numbers";
import { article, lead, portion, sense, WEEKS } from "./period-words";
import { PORTIONS } from "./words";

const week: Rule<DayRef> = either(
  map(seq(lead, article, sense, word("woche")), ([, , said]): DayRef => ({ kind: "week", plus: WEEKS[said] })),
  map(
    phrases("die woche noch", "noch die woche", "die woche ueber", "laufende woche", "in der laufenden woche"),
    (): DayRef => ({ kind: "week", plus: 0 }),
  ),
  map(
    onlyBefore(
      seq(word("die"), word("woche")),
      word("wird", "geht", "passt", "schaff", "klappt", "kann", "hab", "habe", "ist"),
    ),
    (): DayRef => ({ kind: "week", plus: 0 }),
  ),
);

const BEHIND_WEEK: ReadonlySet<string | undefined> = new Set([
  undefined,
  ..."und am , . gern gerne waere waer geht ginge passt bitte".split(" "),
]);
/** "Nicht diese Woche, nächste": the word was said before. */
const sameNoun: Rule<DayRef> = map(
  onlyBefore(shortlyAfter(sense, new Set(["woche"])), (tokens, at) =>
    BEHIND_WEEK.has(tokens[at]?.text) ? { value: true, next: at } : null,
  ),
  (which) => (which === "this" ? null : { kind: "week", plus: WEEKS[which] }),
);

/** "Diese oder nächste Woche". */
const eitherWeek: Rule<Element[]> = map(
  seq(lead, article, sense, word("oder", "und"), article, sense, word("woche")),
  ([, , first, , , second]): Element[] => [
    ...day({ kind: "week", plus: WEEKS[first] }),
    { kind: "or" },
    ...day({ kind: "week", plus: WEEKS[second] }),
  ],
);

/** "Die Woche drauf". */
const weekAfter: Rule<Element[]> = either<Element[]>(
  map(seq(lead, article, word("woche"), word("drauf", "darauf", "danach", "dadrauf", "drnach")), () => [
    { kind: "week-after" },
  ]),
  map(seq(lead, article, word("woche"), word("davor", "vorher", "zuvor")), () => [
    { kind: "week-after", isBefore: true },
  ]),
);

/** "Mitte bis Ende nächster Woche". */
const portionsOfWeek: Rule<DayRef> = map(
  seq(lookup(PORTIONS), word("bis", "oder", "und", "-"), portion, article, sense, word("woche")),
  ([first, , last, , said]): DayRef => ({
    kind: "span",
    first: { kind: "week", plus: WEEKS[said], portion: first },
    last: { kind: "week", plus: WEEKS[said], portion: last },
  }),
);

const weekPortion: Rule<DayRef> = either(
  portionsOfWeek,
  map(
    seq(maybe(word("am", "zum")), portion, article, maybe(sense), word("woche")),
    ([, part, , said]): DayRef => ({
      kind: "week",
      plus: WEEKS[said ?? "this"],
      portion: part,
    }),
  ),
  // "Nächste Woche Anfang", as it is spoken.
  map(
    seq(lead, article, sense, word("woche"), lookup(PORTIONS)),
    ([, , said, , part]): DayRef => ({
      kind: "week",
      plus: WEEKS[said],
      portion: part,
    }),
  ),
  map(
    seq(maybe(sense), word("wochenanfang", "wochenbeginn", "wochenmitte")),
    ([said, text]): DayRef => ({
      kind: "week",
      plus: WEEKS[said ?? "this"],
      portion: text === "wochenmitte" ? "middle" : "start",
    }),
  ),
);

const calendarWeek: Rule<DayRef> = either(
  map(
    seq(lead, article, maybe(portion), word("kw", "kalenderwoche"), maybe(word(".")), cardinal, maybe(year)),
    ([, , part, , , value, inYear]): DayRef => calendarWeekOf(value, part, inYear),
  ),
  map(
    seq(lead, article, maybe(portion), maybe(article), ordinal, word("kw", "kalenderwoche"), maybe(year)),
    ([, , part, , value, , inYear]): DayRef => calendarWeekOf(value, part, inYear),
  ),
);

function calendarWeekOf(week: number, part: Portion | null, inYear: number | null): DayRef {
  return { kind: "calendar-week", week, ...(part && { portion: part }), ...(inYear && { year: inYear }) };
}

const WEEK_WORDS = ["kw", "kalenderwoche", "kalenderwochen"];
const MOST_WEEK = 53;
const weekNumber: Rule<number> = map(seq(maybe(word(...WEEK_WORDS)), either(cardinal, ordinal)), ([, value]) =>
  value >= 1 && value <= MOST_WEEK ? value : null,
);
/** "KW 18 oder 19", "in den Kalenderwochen 18 bis 20", "in der 18. oder 19. KW". */
const calendarWeeks: Rule<Element[]> = either(
  map(
    notBefore(
      seq(
        lead,
        article,
        word(...WEEK_WORDS),
        weekNumber,
        word("bis", "oder", "und", "-", "–", "/", ","),
        article,
        weekNumber,
      ),
      word("uhr", ".", "bis", "oder"),
    ),
    ([, , , first, link, , second]) => bothWeeks(first, link, second),
  ),
  map(
    seq(lead, article, ordinal, word("bis", "oder", "und", "-", "–"), article, ordinal, word(...WEEK_WORDS)),
    ([, , first, link, , second]) => bothWeeks(first, link, second),
  ),
);

function bothWeeks(first: number, link: string, second: number): Element[] | null {
  const [one, other] = [calendarWeekOf(first, null, null), calendarWeekOf(second, null, null)];
  if (link === "bis" || link === "-" || link === "–") return day({ kind: "span", first: one, last: other });
  return day({ kind: "each", days: [one, other] });
}

/** One week, or a part of it. */
const oneWeek: Rule<Element[]> = map(either(week, weekPortion, calendarWeek, sameNoun), day);
export const weekRule: Rule<Element[]> = either(oneWeek, eitherWeek, calendarWeeks, weekAfter);

const EASTER = ["ostern", "dem osterfest", "den osterfeiertagen"];
const PENTECOST = ["pfingsten", "den pfingstfeiertagen"];
const onWeek = seq(lead, article, word("woche"));
const restAfter = (holiday: string): DayRef => {
  const tuesday: DayRef = { kind: "holiday", holiday, relation: "day-after" };
  return { kind: "span", first: tuesday, last: tuesday, lastShift: 5 };
};
const weekUpTo = (holiday: string, days: number, back: number): DayRef => {
  const feast: DayRef = { kind: "holiday", holiday, relation: "on" };
  return { kind: "span", first: feast, firstShift: -days, last: feast, lastShift: back };
};
const OTHER_FEASTS: ReadonlySet<string> = new Set([
  "new-year",
  "epiphany",
  "new-years-eve",
  "rose-monday",
  "ascension",
]);
const onOtherFeast: Rule<string> = map(seq(article, holiday), ([, named]) =>
  named === "christmas" ? "second-christmas-day" : OTHER_FEASTS.has(named) ? named : null,
);
const weekAfterFeast = (named: string): DayRef => ({
  kind: "week-of",
  day: { kind: "holiday", holiday: named, relation: "on" },
  plus: 1,
});
/** "Die Woche nach Ostern" begins on the Tuesday, "die Karwoche" is the one before. */
export const feastWeekRule: Rule<Element[]> = map(
  either(
    map(seq(onWeek, word("nach"), phrases(...EASTER)), () => restAfter("easter-monday")),
    map(seq(onWeek, word("nach"), phrases(...PENTECOST)), () => restAfter("whit-monday")),
    map(seq(onWeek, word("vor"), phrases(...EASTER)), () => weekUpTo("good-friday", 4, 1)),
    map(seq(lead, article, word("karwoche")), () => weekUpTo("good-friday", 4, 1)),
    map(seq(onWeek, word("vor"), phrases(...PENTECOST)), () => weekUpTo("pentecost", 6, -1)),
    map(seq(lead, article, word("pfingstwoche")), () => restAfter("whit-monday")),
    map(seq(onWeek, word("nach"), onOtherFeast), ([, , named]) => weekAfterFeast(named)),
  ),
  day,
);

const weekOfDay: Rule<unknown> = either<unknown>(
  phrases("in der woche vom", "die woche vom", "woche ab dem", "in der woche ab dem"),
  phrases("in der woche um den"),
);

/** "In der Woche vom 7. Dezember": the whole week around that date. */
export function weekOf(date: Rule<Element[]>): Rule<Element[]> {
  return map(seq(weekOfDay, date), ([, elements]) => {
    const [element] = elements;
    return element?.kind === "day" ? day({ kind: "week-of", day: element.ref }) : null;
  });
}
