import { type Connective, type Element, lastingDays, mark, nothing } from "../time/elements";
import {
  either,
  listed,
  lookup,
  map,
  maybe,
  notAfter,
  notBefore,
  onlyBefore,
  type Rule,
  seq,
  shortlyAfter,
  word,
} from "../time/grammar";
import { hour, minuteBehind } from "./clock";
import { count, figures } from "./numbers";
import { HARMLESS, PHRASES } from "./phrases";
import { refusingRule } from "./refusing-verbs";
import { daysUnit, weeksUnit } from "./units";
import { MONTHS, UNITS, WEEKDAYS } from "./words";

const NAMES_TOO: ReadonlyMap<string, number> = new Map([...WEEKDAYS, ...MONTHS]);

const INSTEAD: ReadonlySet<string> = new Set(
  "sonst|und sonst|oder sonst|ansonsten|wenn nicht dann|falls nicht dann|ersatzweise".split("|"),
);

const COUNTED_BACK: ReadonlySet<string> = new Set([
  "tag",
  "tage",
  "tagen",
  "abend",
  "woche",
  "wochen",
  "stunde",
  "stunden",
  "monat",
  "monate",
  ...WEEKDAYS.keys(),
]);

const meanings = (Object.entries(PHRASES) as [Connective, string][]).map(([kind, texts]) => {
  // "Geht nicht vor zehn" only limits what was said before.
  const said = kind === "not-previous" ? notBefore(listed(texts), word("vor", "nach")) : listed(texts);
  // "Am Tag vorher", "eine Woche davor" count from what was named.
  const heard = kind === "before-it" ? notAfter(said, COUNTED_BACK) : said;
  return map(heard, (text): Element[] => (INSTEAD.has(text) ? [{ kind, instead: true }] : mark(kind)));
});

/** "Herr Freitag" and "mein Name ist Mai" are people. */
const person = map(
  seq(
    either<unknown>(word("herr", "herrn", "frau", "familie", "heisse"), listed("name ist | doktor")),
    lookup(NAMES_TOO),
  ),
  nothing,
);

const quantity = either(
  map(notAfter(seq(count, word(...UNITS)), new Set(["alle"])), nothing),
  map(seq(figures, word("euro", "cent", "kilometer", "km", "kilo", "prozent")), nothing),
  map(seq(word("halbe", "viertel", "dreiviertel"), word("stunde")), nothing),
  map(word("viertelstunde", "dreiviertelstunde", "halbestunde"), nothing),
);

/** "Drei Tage vor Weihnachten" is a day, not a length. */
const shifting: Rule<Element[]> = map(
  onlyBefore(seq(count, either(daysUnit, weeksUnit, word("stunde", "stunden"))), word("vor", "nach")),
  (): Element[] => [{ kind: "word", text: "", temporal: true }],
);

const lasting: Rule<Element[]> = either(
  map(seq(word("fuer"), count, daysUnit), ([, days]) => lastingDays(days)),
  map(seq(word("fuer"), count, weeksUnit), ([, weeks]) => lastingDays(7 * weeks)),
);

/** Says something about the time that is no time yet: worth a question, and no refusal of the day. */
const vague = map(
  listed(
    "wieder raus sein | raus sein | wieder zurück | zurück sein | erst wenn | erst nachdem | lieber spät als früh | lieber später als früher | zurück haben | wieder haben | wieder daheim | wieder raus müssen | wieder weg sein | wieder weg müssen | oder später | oder früher | oder auch später | oder auch früher | oder etwas später | oder etwas früher | " +
      "ein bisschen früher als | etwas früher als | ein bisschen später als | etwas später als | nur nicht so früh | nur nicht zu früh | nur nicht so spät | nur nicht zu spät | bloß nicht so früh | bloß nicht zu früh | " +
      "nicht so früh | nicht zu früh | nicht ganz so früh | nicht so spät | nicht zu spät | nicht allzu spät | nicht allzu früh",
  ),
  (text): Element[] => [{ kind: "word", text, temporal: true }],
);

/** What ends at an hour that only the caller knows. */
const duty: Rule<Element[]> = map(
  seq(
    word("nach", "vor"),
    maybe(word("der", "dem", "meiner", "meinem", "seiner", "ihrer")),
    word("schule", "unterricht", "schicht", "training", "sport", "uni", "kita", "kindergarten", "vorlesung"),
  ),
  ([, , text]): Element[] => [{ kind: "word", text, temporal: true }],
);

/** "Vorher bin ich auf Dienstreise": why it can be no earlier. */
const untilThen: Rule<Element[]> = map(
  seq(
    word("vorher", "davor"),
    word("bin", "sind", "geht", "kann", "habe", "hab", "schaffe", "ist", "passt"),
    maybe(word("ich", "wir", "es")),
    maybe(word("noch", "leider")),
    maybe(word("auf", "im", "in", "keine", "nicht", "beruflich")),
    maybe(
      word("dienstreise", "geschaeftsreise", "urlaub", "montage", "zeit", "verreist", "unterwegs", "weg", "schlecht"),
    ),
  ),
  () => mark("break"),
);

/** "Habe ich am Montag bekommen"; "kann ich am Montag einen bekommen" is a wish. */
const received = map(shortlyAfter(word("bekommen", "erhalten"), new Set(["habe", "hab", "haben"])), () => mark("told"));

/** A number alone may become an hour by what stands around it. */
const number: Rule<Element[]> = map(
  notAfter(seq(hour, maybe(minuteBehind)), new Set(["nummer", "kabine", "raum", "platz"])),
  ([value, minutes]): Element[] => [{ kind: "number", value, ...(minutes && { minutes }) }],
);

export const connectiveRule: Rule<Element[]> = either(
  ...meanings,
  refusingRule,
  map(listed(HARMLESS), nothing),
  person,
  vague,
  duty,
  untilThen,
  received,
  shifting,
  quantity,
  lasting,
  number,
);
