import { type Element, lastingDays, nothing, unsure } from "../time/elements";
import {
  either,
  map,
  maybe,
  notAfter,
  notBefore,
  onlyAfter,
  onlyBefore,
  type Rule,
  seq,
  several,
  token,
  word,
} from "../time/grammar";
import { hour, minuteBehind } from "./clock";
import { cardinal, count, figures } from "./numbers";
import { daysUnit, weeksUnit } from "./units";
import { UNITS } from "./words";

const andHalf = word("anderthalb", "eineinhalb", "einundeinhalb", "zweieinhalb", "dreieinhalb");
/** How many, how much, how long. */
const quantity = either(
  map(notAfter(seq(count, word(...UNITS)), new Set(["alle"])), nothing),
  map(notAfter(seq(andHalf, word(...UNITS)), new Set(["in", "vor"])), nothing),
  map(
    seq(
      token(["dotted"], ({ text }) => text),
      word("euro", "cent", "kilometer", "km", "prozent"),
    ),
    nothing,
  ),
  map(seq(figures, word("euro", "cent", "kilometer", "km", "kilo", "prozent")), nothing),
  map(seq(word("halbe", "viertel", "dreiviertel"), word("stunde")), nothing),
  map(word("viertelstunde", "viertelstuendchen", "stuendchen", "dreiviertelstunde", "halbestunde"), nothing),
);

/** "Und eine Woche später noch mal": counted from another day, and a second one. */
const later: Rule<Element[]> = map(
  seq(
    count,
    either(daysUnit, weeksUnit, word("monat", "monate")),
    word("spaeter", "drauf", "darauf", "danach", "frueher"),
  ),
  unsure,
);

/** "Drei Tage vor Weihnachten" is a day, not a length. */
const shifting: Rule<Element[]> = map(
  onlyBefore(seq(count, either(daysUnit, weeksUnit, word("stunde", "stunden"))), word("vor", "nach")),
  unsure,
);

const lasting: Rule<Element[]> = either(
  map(seq(word("fuer"), count, daysUnit), ([, days]) => lastingDays(days)),
  map(seq(word("fuer"), count, weeksUnit), ([, weeks]) => lastingDays(7 * weeks)),
);

const spelled: Rule<unknown> = either<unknown>(figures, cardinal, word("null"));
/** "Baujahr 2014", "meine Nummer ist 0171": figures that are named. */
const labelled = map(
  seq(
    word(
      ..."baujahr jahrgang nummer hausnummer telefonnummer handynummer kundennummer plz postleitzahl raum zimmer".split(
        " ",
      ),
    ),
    maybe(word("ist", "is", "die", "lautet", "waere", "von")),
    spelled,
    several(spelled, 12),
  ),
  nothing,
);
/** "Reifen 205 55 16": three in a row of which the first is neither an hour nor a day. */
const row = map(
  seq(
    map(figures, (value) => (value > 59 ? value : null)),
    figures,
    notBefore(figures, word("uhr")),
  ),
  nothing,
);

/** "Die Kleine ist vier und braucht …", "er wird sechs". */
const age = map(
  seq(
    word("ist", "wird", "werde", "bin", "sind"),
    maybe(word("jetzt", "schon", "erst", "fast", "bald")),
    onlyBefore(either(cardinal, figures), word("und", ",", "geworden", "der", "die")),
  ),
  nothing,
);

const STREET = /[a-z]{3,}(?:strasse|str|allee|gasse|platz|ring|damm|weg)$/;
/** "Bahnhofstraße 12". */
const street = map(
  seq(
    token(["word"], ({ text }) => (STREET.test(text) ? text : null)),
    maybe(word(".")),
    notBefore(either(figures, cardinal), word("uhr", "ur")),
  ),
  nothing,
);

/** "Neun zehn oder elf" are three hours. */
const orEleven = seq(word("oder"), word("elf", "11"));
/** A number alone may become an hour by what stands around it. */
const number: Rule<Element[]> = map(
  notAfter(seq(hour, maybe(notBefore(minuteBehind, orEleven))), new Set(["nummer", "kabine", "raum", "platz"])),
  ([value, minutes]): Element[] => [{ kind: "number", value, ...(minutes && { minutes }) }],
);

/** "Vierzehn Uhr 75": no minute of any hour. */
const noMinute: Rule<Element[]> = map(
  onlyAfter(notBefore(either(figures, cardinal), word(...UNITS)), new Set(["uhr", "ur"])),
  (value): Element[] | null => (value >= 60 && value <= 99 ? unsure() : null),
);

/** Numbers that are no clock time, and those that may become one. */
export const figuresRule: Rule<Element[]> = either(
  noMinute,
  later,
  shifting,
  quantity,
  lasting,
  labelled,
  row,
  age,
  street,
  number,
);
