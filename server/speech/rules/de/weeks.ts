import { type DayRef, day, type Element, type Portion } from "../time/elements";
import { either, lookup, map, maybe, onlyBefore, phrases, type Rule, seq, shortlyAfter, word } from "../time/grammar";
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
const sameNoun: Rule<DayRef> = (tokens, at) => {
  const found = shortlyAfter(sense, new Set(["woche"]))(tokens, at);
  if (!found || found.value === "this" || !BEHIND_WEEK.has(tokens[found.next]?.text)) return null;
  return { value: { kind: "week", plus: WEEKS[found.value] }, next: found.next };
};

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

/** One week, or a part of it. */
const oneWeek: Rule<Element[]> = map(either(week, weekPortion, calendarWeek, sameNoun), day);
export const weekRule: Rule<Element[]> = either(oneWeek, eitherWeek, weekAfter);

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
