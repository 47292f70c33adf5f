import { type Connective, type Element, mark, nothing } from "../time/elements";
import {
  either,
  listed,
  lookup,
  map,
  maybe,
  notAfter,
  notBefore,
  onlyAfter,
  onlyBefore,
  type Rule,
  seq,
  several,
  shortlyAfter,
  token,
  word,
} from "../time/grammar";
import { figuresRule } from "./figures";
import { holiday } from "./holidays";
import { HARMLESS, PHRASES } from "./phrases";
import { refusingRule } from "./refusing-verbs";
import { EVERY_WEEKDAY, MONTHS, WEEKDAYS } from "./words";

const NAMES_TOO: ReadonlyMap<string, number> = new Map([...WEEKDAYS, ...MONTHS]);

const INSTEAD: ReadonlySet<string> = new Set(
  "sonst|und sonst|oder sonst|ansonsten|wenn nicht dann|falls nicht dann|ersatzweise".split("|"),
);

const WAS: ReadonlySet<string> = new Set(["war", "waren", "gewesen"]);

const LIMITING: ReadonlySet<string> = new Set(["ab", "erst", "so", "fruehestens", "vor", "nach", "um"]);

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
  return map(heard, (text): Element[] => {
    if (INSTEAD.has(text)) return [{ kind, instead: true }];
    return WAS.has(text) ? [{ kind, over: true }] : mark(kind);
  });
});

/** "Herr Freitag" and "mein Name ist Mai" are people. */
const person = map(
  seq(
    either<unknown>(word("herr", "herrn", "frau", "familie", "heisse"), listed("name ist | doktor")),
    lookup(NAMES_TOO),
  ),
  nothing,
);

/** "Oder ist da alles voll", "oder was haben Sie": asks whether, and offers nothing else. */
const tag: Rule<Element[]> = map(
  onlyBefore(
    word("oder"),
    either<unknown>(
      word("ist", "sind", "seid", "wird", "muss", "soll", "war", "da", "gibt", "ob"),
      notBefore(word("was", "wann", "wie", "wo", "welche", "welcher"), word("anders", "anderes", "andermal")),
    ),
  ),
  () => [{ kind: "word", text: "", temporal: false }],
);

/** "Freitag oder so": roughly; in front of another day it is an "oder". */
const orSo = map(
  notBefore(
    seq(word("oder"), word("so")),
    word("am", "an", "den", "der", "im", "heute", "morgen", "uebermorgen", "naechste", "naechsten", ...WEEKDAYS.keys()),
  ),
  nothing,
);

/** "Nicht bei Herrn Schulz": somebody is refused, and no time. */
const notWith: Rule<Element[]> = map(
  seq(
    onlyAfter(word("nicht", "ned", "net"), new Set(["bitte", "und", "aber", "nur", "auch", "lieber"])),
    notBefore(word("bei", "beim", "mit", "von", "wegen"), word("mir", "uns")),
  ),
  nothing,
);

const NEGATIONS: ReadonlySet<string> = new Set([
  "nicht",
  "nichts",
  "nix",
  "kein",
  "keine",
  "schlecht",
  "nie",
  "net",
  "ned",
]);
/** "Nächste Woche hab ich Urlaub, da geht es": free for an appointment. */
const freeThen: Rule<Element[]> = (tokens, at) => {
  const found = seq(word("urlaub", "ferien", "homeoffice"), maybe(word(",")), word("da"))(tokens, at);
  const behind = found ? tokens.slice(found.next, found.next + 6).map(({ text }) => text) : [];
  const isFree = /^(?:geht|ginge|passt|kann|koennt|haett|hab|klappt|waer|bin)/.test(behind[0] ?? "");
  return found && isFree && !behind.some((text) => NEGATIONS.has(text)) ? { value: nothing(), next: found.next } : null;
};

/** Says something about the time that is no time yet: worth a question, and no refusal of the day. */
const vague = map(
  listed(
    "um die zeit | um diese zeit | zu der zeit | zur selben zeit | zur gleichen zeit | um die gleiche zeit | um dieselbe zeit | wieder raus sein | raus sein | wieder zurück | zurück sein | erst wenn | erst nachdem | lieber spät als früh | lieber später als früher | zurück haben | wieder haben | wieder daheim | wieder raus müssen | wieder weg sein | wieder weg müssen | oder später | oder früher | oder auch später | oder auch früher | oder etwas später | oder etwas früher | " +
      "ein bisschen früher als | etwas früher als | ein bisschen später als | etwas später als | nur nicht so früh | nur nicht zu früh | nur nicht so spät | nur nicht zu spät | bloß nicht so früh | bloß nicht zu früh | " +
      "nicht so früh | nicht zu früh | nicht ganz so früh | nicht so spät | nicht zu spät | nicht allzu spät | nicht allzu früh",
  ),
  (text): Element[] => [{ kind: "word", text, temporal: true }],
);

/** "Nicht so früh, erst ab elf": the limit says it. */
const settledVague = map(
  onlyBefore(
    listed("nicht so früh | nicht zu früh | nicht ganz so früh | nicht allzu früh"),
    seq(
      several(
        token(({ kind, text }) => (kind === "word" && !LIMITING.has(text) ? text : null)),
        4,
      ),
      maybe(word(",")),
      maybe(word("erst", "so")),
      word("ab", "fruehestens"),
    ),
  ),
  nothing,
);

/** "Um zehn muss ich wieder weg": the end is meant. */
const leaving: Rule<Element[]> = map(
  either<unknown>(
    seq(
      word("wieder"),
      maybe(word("im", "in", "zu", "auf", "am", "bei", "beim")),
      maybe(word("der", "dem", "die", "den")),
      word(
        ..."weg los raus zurueck fort daheim zuhause hause heim arbeit buero dienst praxis kanzlei kita schule".split(
          " ",
        ),
      ),
    ),
    shortlyAfter(
      word("los", "fort", "weg", "gehen", "losfahren", "wegfahren", "heimfahren"),
      new Set(["muss", "muesste", "muesst", "muessen", "muessten", "sollte"]),
    ),
  ),
  () => [{ kind: "word", text: "", temporal: true }],
);

const BRINGING: ReadonlySet<string> = new Set(["bring", "bringe", "bringen", "abgeben", "hinbringen", "vorbeibringen"]);
const open: Element[] = [{ kind: "word", text: "", temporal: true }];
/** "Bis Freitagabend zurück": when it has to be done, not when it begins; "bis Freitag fertig" where it is to be brought as well. */
const due: Rule<Element[]> = either<Element[]>(
  map(shortlyAfter(word("zurueck", "wiederhaben", "zurueckhaben"), new Set(["bis"])), () => open),
  (tokens, at) =>
    tokens.some(({ text }) => BRINGING.has(text))
      ? map(shortlyAfter(word("fertig"), new Set(["bis"])), () => open)(tokens, at)
      : null,
);
/** "Wie lange haben Sie auf", "haben Sie sonntags offen": asks for the hours; "bis Mittag offen" tells them. */
const openingHours: Rule<Element[]> = either<Element[]>(
  map(
    either<unknown>(
      listed(
        "wie lange haben | wie lange habt | bis wann haben | bis wann habt | ab wann haben | ab wann habt | von wann bis wann",
      ),
      shortlyAfter(word("offen", "auf", "geoeffnet"), new Set(EVERY_WEEKDAY.keys())),
    ),
    () => [{ kind: "word", text: "", temporal: true }],
  ),
  map(shortlyAfter(word("offen", "geoeffnet"), new Set(["bis"])), () => mark("told")),
);
/** "Elf Uhr auch nicht": refuses what stands right before it, unless a verb has begun anew. */
const alsoNot: Rule<Element[]> = map(
  notAfter(
    listed("auch nicht | auch nich | auch net | auch ned"),
    new Set([",", "und", "aber", "geht", "passt", "kann", "ich", "bitte"]),
  ),
  () => mark("not-previous"),
);
/** "Um neun hab ich schon einen Termin". */
const taken: Rule<Element[]> = map(
  shortlyAfter(
    listed(
      "schon termine | schon einen termin | schon termin | schon was vor | schon was | schon etwas | schon besuch",
    ),
    new Set(["hab", "habe", "haben"]),
  ),
  () => mark("not-previous"),
);
/** "Zur gleichen Zeit, um zehn". */
const sameTime: Rule<Element[]> = map(
  onlyBefore(
    listed(
      "gleiche uhrzeit | selbe uhrzeit | gleiche zeit | selbe zeit | zur gleichen zeit | um die gleiche zeit | zur selben zeit",
    ),
    seq(maybe(word(",")), maybe(word("also")), word("um")),
  ),
  nothing,
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
/** "Ich war schon mal bei Ihnen": at no time in particular. */
const everBefore = map(
  seq(
    word("war", "waren"),
    maybe(word("ich", "wir")),
    word("schon", "noch", "bereits", "lange", "laenger", "ewig", "immer"),
    word("mal", "einmal", "oefter", "oefters", "nie", "immer", "laenger", "lange", "ewig", "nicht", "bei", "zufrieden"),
  ),
  nothing,
);
/** "Ich hatte Donnerstag gesagt"; "der Arzt hat gesagt, in zwei Wochen" is a wish. */
const saidBefore = map(shortlyAfter(word("gesagt", "eingetragen", "bestellt"), new Set(["hatte", "hatten"])), () =>
  mark("told"),
);

const subject = several(word(..."ja doch bei uns ihnen da schon auch dann glaub glaube ich ein".split(" ")), 4);
const named = seq(word("ist", "is", "sind"), subject, either<unknown>(holiday, lookup(WEEKDAYS)));
const concludes = either<unknown>(
  word("dann", "also", "lieber", "deshalb", "drum", ","),
  seq(word("aber"), word("am", "der", "den", "dann", "lieber")),
  seq(word("oder"), maybe(word("ja")), word("dann", "lieber")),
);
/** "Morgen ist ja Silvester": what the day is called, and no second day; in front of a "dann" it is only a reason. */
const calledSo = either<Element[]>(
  map(onlyBefore(named, concludes), () => mark("told")),
  map(seq(word("ist", "is", "sind"), subject, holiday), (): Element[] => [{ kind: "word", text: "", temporal: false }]),
  map(seq(word("der", "das"), word("ist", "is"), maybe(word("ja", "doch", "ein")), lookup(WEEKDAYS)), (): Element[] => [
    { kind: "word", text: "", temporal: false },
  ]),
);

export const connectiveRule: Rule<Element[]> = either(
  tag,
  alsoNot,
  sameTime,
  orSo,
  notWith,
  ...meanings,
  refusingRule,
  map(listed(HARMLESS), nothing),
  person,
  settledVague,
  freeThen,
  vague,
  duty,
  due,
  openingHours,
  taken,
  leaving,
  untilThen,
  received,
  saidBefore,
  everBefore,
  calledSo,
  figuresRule,
);
