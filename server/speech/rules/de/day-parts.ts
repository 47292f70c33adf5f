import { type DayPart, day, type Element, type Shade, type TimeRef, time } from "../time/elements";
import {
  either,
  lookup,
  map,
  mapWithin,
  maybe,
  notAfter,
  notBefore,
  onlyAfter,
  phrases,
  type Rule,
  seq,
  word,
} from "../time/grammar";
import { weekdayMorning } from "./days";
import { PARTS, WEEKDAYS } from "./words";

const SHADES: ReadonlyMap<string, Shade> = new Map([
  ...["frueh", "frueher", "fruehen", "fruehe", "frueheren", "zeitigen"].map((text): [string, Shade] => [text, "early"]),
  ...["spaet", "spaeter", "spaeten", "spaete", "spaeteren"].map((text): [string, Shade] => [text, "late"]),
]);
const JOINED: ReadonlyMap<string, Extract<TimeRef, { kind: "part" }>> = new Map(
  (["frueh", "spaet"] as const).flatMap((shade) =>
    ["vormittag", "vormittags", "nachmittag", "nachmittags", "abend", "abends"].map((text) => [
      shade + text,
      {
        kind: "part" as const,
        part: PARTS.get(text) ?? "evening",
        shade: shade === "frueh" ? ("early" as const) : ("late" as const),
      },
    ]),
  ),
);

const NOT_EARLY: ReadonlySet<string> = new Set(["so", "zu", "moeglichst", "sehr"]);

/** "Früh" is a part of the day, but not in "so früh wie möglich". */
const named: Rule<DayPart> = either(
  notAfter(notBefore(lookup(PARTS), word("wie")), NOT_EARLY),
  map(onlyAfter(lookup(PARTS), NOT_EARLY), (value) => (value === "early" ? null : value)),
  map(weekdayMorning, (): DayPart => "early"),
  map(
    phrases(
      "in der frueh",
      "in da frueh",
      "in da fruah",
      "in da fria",
      "in der fria",
      "in der fruehe",
      "in aller fruehe",
      "frueh am morgen",
      "am morgen",
      "am fruehen morgen",
      "frueh morgens",
    ),
    (): DayPart => "early",
  ),
  map(phrases("auf die nacht", "auf nacht"), (): DayPart => "evening"),
  map(
    phrases("zur mittagszeit", "um die mittagszeit", "ueber mittag", "in der mittagszeit", "gegen mittag", "um mittag"),
    (): DayPart => "noon",
  ),
);

const lead = maybe(either<unknown>(word("am", "im", "gegen", "den", "zum", "eher", "dem"), phrases("in der", "so am")));

const partNamed: Rule<TimeRef> = mapWithin(seq(lead, named), ([, part], tokens, next): TimeRef => {
  const once = !tokens[next - 1]?.text.endsWith("s");
  return { kind: "part", part, ...(once ? { once } : { habit: true }) };
});

const part: Rule<TimeRef> = either(
  partNamed,
  map(
    seq(lead, lookup(SHADES), maybe(word("am")), lookup(PARTS)),
    ([, shade, , value]): TimeRef => ({ kind: "part", part: value, shade }),
  ),
  map(seq(lead, lookup(JOINED)), ([, value]): TimeRef => value),
);

const AFTER_WORK = { kind: "window", from: 17 * 60, to: 21 * 60 } as const;

const habits: Rule<TimeRef> = either(
  map(
    phrases(
      "nach feierabend",
      "nach der arbeit",
      "nach dienstschluss",
      "nach dienst",
      "nach arbeitsschluss",
      "nach meiner arbeit",
      "nach buero schluss",
    ),
    (): TimeRef => AFTER_WORK,
  ),
  map(
    phrases("vor der arbeit", "vor dienstbeginn", "vor arbeitsbeginn"),
    (): TimeRef => ({ kind: "window", from: 6 * 60, to: 9 * 60 }),
  ),
  map(
    phrases("in der mittagspause", "in meiner mittagspause", "mittagspause"),
    (): TimeRef => ({ kind: "window", from: 12 * 60, to: 14 * 60 }),
  ),
  map(
    phrases("nach dem mittagessen", "nach dem essen", "nach der mittagspause", "nach tisch"),
    (): TimeRef => ({ kind: "between", from: { minutes: 13 * 60, exact: true } }),
  ),
  map(
    phrases("tagsueber", "im laufe des tages", "ueber tag"),
    (): TimeRef => ({ kind: "window", from: 8 * 60, to: 18 * 60 }),
  ),
  map(
    phrases(
      "ganztags",
      "den ganzen tag",
      "ganzen tag",
      "egal wann",
      "jederzeit",
      "zeitlich flexibel",
      "zeitlich egal",
      "uhrzeit egal",
      "uhrzeit ist egal",
      "uhrzeit ist mir egal",
      "zu jeder zeit",
      "zeit ist egal",
    ),
    (): TimeRef => ({ kind: "whole-day" }),
  ),
);

/** "Am späten Donnerstagnachmittag". */
const shadedDay: Rule<Element[]> = map(
  seq(lead, lookup(SHADES), lookup(WEEKDAYS), lookup(PARTS)),
  ([, shade, weekday, value]): Element[] => [
    ...day({ kind: "weekday", weekday, sense: "bare", plusWeeks: 0 }),
    ...time({ kind: "part", part: value, shade }),
  ],
);

export const dayPartRule: Rule<Element[]> = either(map(either(part, habits), time), shadedDay);
