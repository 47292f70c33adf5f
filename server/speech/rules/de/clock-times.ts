import { type Clock, clockOf, type Element, type TimeRef, time } from "../time/elements";
import { either, lookup, map, maybe, notBefore, phrases, type Rule, seq, word } from "../time/grammar";
import { announcedClock, bareClock, spokenClock } from "./clock";
import { cardinal, NAMED_HOURS } from "./numbers";

const aboutWord = either<unknown>(
  word("gegen", "jejen", "gejen", "ungefaehr", "etwa", "circa", "ca", "zirka", "rund"),
  phrases(
    "so gegen",
    "so um",
    "so circa",
    "so ungefaehr",
    "ungefaehr um",
    "etwa um",
    "circa um",
    "um circa",
    "um ungefaehr",
    "um etwa",
    "um die",
    "so etwa um",
    "so ungefaehr um",
    "ca .",
    "um ca",
    "gegen so",
  ),
);
const anyClock = either(spokenClock, bareClock);
/** "Gegen zehn, halb elf", "so zwei, halb drei rum": around both; at most an hour apart. */
const nearBoth: Rule<TimeRef> = either(
  map(seq(aboutWord, anyClock, maybe(word(",")), anyClock, maybe(word("rum", "herum"))), ([, clock, , through]) =>
    aroundBoth(clock, through),
  ),
  map(
    seq(maybe(word("so")), maybe(word("um")), anyClock, maybe(word(",")), spokenClock, word("rum", "herum")),
    ([, , clock, , through]) => aroundBoth(clock, through),
  ),
);

function aroundBoth(clock: Clock, through: Clock): TimeRef | null {
  const apart = (through.minutes - clock.minutes + 12 * 60) % (12 * 60);
  return apart > 0 && apart <= 60 ? { kind: "at", clock, about: "around", through } : null;
}

const near: Rule<TimeRef> = either(
  nearBoth,
  map(seq(aboutWord, either(spokenClock, bareClock)), ([, clock]): TimeRef => ({ kind: "at", clock, about: "around" })),
  map(
    seq(either(announcedClock, spokenClock), word("rum", "herum")),
    ([clock]): TimeRef => ({ kind: "at", clock, about: "around" }),
  ),
  map(
    seq(
      either(
        word("kurz", "knapp", "bisschen", "gleich"),
        phrases("ein bisschen", "ein wenig", "etwas", "a bissl", "a bisserl", "a bissle", "e bissche"),
      ),
      word("nach"),
      either(spokenClock, bareClock),
    ),
    ([, , clock]): TimeRef => ({
      kind: "at",
      clock,
      about: "after",
    }),
  ),
  map(
    seq(
      either(word("kurz", "knapp"), phrases("ein bisschen", "ein wenig")),
      word("vor"),
      either(spokenClock, bareClock),
    ),
    ([, , clock]): TimeRef => ({
      kind: "at",
      clock,
      about: "before",
    }),
  ),
);

const exact: Rule<TimeRef> = map(either(announcedClock, spokenClock), (clock): TimeRef => ({ kind: "at", clock }));

const HOURS: ReadonlyMap<string, number> = new Map([
  ["stunde", 60],
  ["stunden", 60],
  ["minute", 1],
  ["minuten", 1],
]);
const approximately = maybe(word("ungefaehr", "etwa", "circa", "ca", "so", "rund"));
const ahead: Rule<TimeRef> = either(
  map(
    seq(
      word("in"),
      approximately,
      either(
        cardinal,
        map(word("einer", "einem", "ner", "nem", "na"), () => 1),
      ),
      lookup(HOURS),
    ),
    ([, , value, unit]): TimeRef => ({ kind: "in", minutes: value * unit }),
  ),
  map(phrases("in einer halben stunde", "in ner halben stunde"), (): TimeRef => ({ kind: "in", minutes: 30 })),
  map(phrases("in einer viertelstunde", "in ner viertelstunde"), (): TimeRef => ({ kind: "in", minutes: 15 })),
  map(phrases("in einer dreiviertelstunde", "in ner dreiviertelstunde"), (): TimeRef => ({ kind: "in", minutes: 45 })),
  map(phrases("in anderthalb stunden", "in eineinhalb stunden"), (): TimeRef => ({ kind: "in", minutes: 90 })),
);

const late: Rule<TimeRef> = map(
  phrases(
    "moeglichst spaet",
    "so spaet wie moeglich",
    "so spaet wie es geht",
    "so spaet es geht",
    "eher spaet",
    "je spaeter desto besser",
    "spaetmoeglichst",
    "spaetestmoeglich",
  ),
  (): TimeRef => ({ kind: "late" }),
);

const EACH_DAY = ["immer", "jeweils", "stets", "jedesmal"];
const later = map(
  phrases("oder spaeter", "oder auch spaeter", "oder halt spaeter", "und spaeter"),
  (): "from" | "to" => "from",
);
const earlier = map(
  phrases("oder frueher", "oder auch frueher", "oder halt frueher", "und frueher"),
  (): "from" | "to" => "to",
);
/** "Um vier oder spätestens um fünf": between the two. */
const orLatest: Rule<TimeRef> = map(
  seq(
    maybe(word("um")),
    anyClock,
    maybe(word(",")),
    word("oder", "aber"),
    word("spaetestens", "allerspaetestens", "hoechstens", "maximal"),
    maybe(word("um", "bis")),
    anyClock,
  ),
  ([, from, , , , , to]): TimeRef => ({ kind: "between", from, to }),
);
/** "Von neun Uhr an", "um zehn oder später", "immer ab vier". */
const limits: Rule<TimeRef> = either(
  orLatest,
  map(
    seq(word("von"), anyClock, notBefore(word("an", "aufwaerts"), word("der", "dem", "einer", "einem"))),
    ([, from]): TimeRef => ({ kind: "between", from }),
  ),
  map(
    seq(maybe(word("um")), anyClock, either(later, earlier)),
    ([, clock, side]): TimeRef => ({ kind: "between", [side]: clock }),
  ),
  map(
    seq(word(...EACH_DAY), maybe(word("erst", "so")), word("ab"), anyClock),
    ([, , , from]): TimeRef => ({ kind: "between", from, each: true }),
  ),
  map(
    seq(word(...EACH_DAY), maybe(word("nur")), word("bis"), anyClock),
    ([, , , to]): TimeRef => ({ kind: "between", to, each: true }),
  ),
);

/** "Den Zehner-Termin". */
const offered: Rule<TimeRef> = map(
  seq(word("den", "der", "dem"), lookup(NAMED_HOURS), maybe(word("-")), maybe(word("termin"))),
  ([, value]): TimeRef => ({ kind: "at", clock: clockOf(value) }),
);

export const clockRule: Rule<Element[]> = map(either(exact, limits, offered, near, ahead, late), time);
