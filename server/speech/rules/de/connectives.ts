import { type Connective, type Element, mark, nothing, ofAll } from "../time/elements";
import {
  either,
  given,
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
  shortlyAfter,
  word,
} from "../time/grammar";
import { besideWishRule } from "./beside-wishes";
import { figuresRule } from "./figures";
import { cardinal } from "./numbers";
import { HARMLESS, PHRASES } from "./phrases";
import { refusingRule } from "./refusing-verbs";
import { tellingRule } from "./tellings";
import { openUntilRule, unsettledRule } from "./unsettled";
import { MONTHS, PARTS, WEEKDAYS } from "./words";

const NAMES_TOO: ReadonlyMap<string, number> = new Map([...WEEKDAYS, ...MONTHS]);

const INSTEAD: ReadonlySet<string> = new Set(
  "sonst|und sonst|oder sonst|ansonsten|wenn nicht dann|falls nicht dann|ersatzweise".split("|"),
);

/** Said behind what is right: "Freitag, äh, Montag mein ich". */
const BEHIND_IT: ReadonlySet<string> = new Set(
  "mein ich|meine ich|meint ich|meinte ich|wollte ich sagen|wollt ich sagen".split("|"),
);

const WAS: ReadonlySet<string> = new Set(["war", "waren", "gewesen"]);

const CONTRASTS: ReadonlySet<string> = new Set(["aber", "allerdings", "jedoch"]);

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
    if (BEHIND_IT.has(text)) return [{ kind, behind: true }];
    if (CONTRASTS.has(text)) return [{ kind, contrast: true }];
    if (text === "lieber") return [{ kind, rather: true }];
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

/** "Elf Uhr auch nicht": refuses what stands right before it, unless a verb has begun anew. */
const alsoNot: Rule<Element[]> = map(
  notAfter(
    listed("auch nicht | auch nich | auch net | auch ned"),
    new Set([",", "und", "aber", "geht", "passt", "kann", "ich", "bitte"]),
  ),
  () => mark("not-previous"),
);
const atEnd: Rule<true> = (tokens, at) => (at >= tokens.length ? { value: true, next: at } : null);
/** "Donnerstag ist schlecht, Freitag auch". */
const likewise: Rule<Element[]> = map(
  onlyBefore(
    word("auch", "ebenfalls", "genauso"),
    either<unknown>(atEnd, word(",", ".", "aber", "dafuer", "nur", "sondern", "und", "dann", "lieber")),
  ),
  () => mark("likewise"),
);
const isNamed = seq(
  maybe(word("noch", "waere", "waer", "dann", "gleich")),
  maybe(word("am", "um", "den", "der", "gegen", "ab")),
  either<unknown>(word("heute", "morgen", "uebermorgen", "halb", "viertel", "dreiviertel"), lookup(WEEKDAYS), cardinal),
);
/** "Freitag um zehn, besser elf", "Freitag, sagen wir Montag". */
const rather: Rule<Element[]> = map(
  onlyBefore(either<unknown>(word("besser"), listed("noch besser | besser noch | sagen wir")), isNamed),
  () => [{ kind: "break", rather: true }],
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
const same = listed(
  `gleiche uhrzeit | selbe uhrzeit | gleiche zeit | selbe zeit | dieselbe uhrzeit | dieselbe zeit | zur gleichen zeit | zur selben zeit
  | zur gleichen uhrzeit | zur selben uhrzeit | um die gleiche zeit | um die gleiche uhrzeit | um dieselbe zeit | um dieselbe uhrzeit
  | die gleiche uhrzeit | die gleiche zeit | zu der gleichen zeit | zu derselben zeit`,
);
/** "Zur gleichen Zeit, um zehn" says the hour itself, "zur gleichen Zeit wie sonst" one that only the caller knows. */
const sameTime: Rule<Element[]> = either(
  map(onlyBefore(same, seq(maybe(word(",")), maybe(word("also")), word("um"))), nothing),
  map(notBefore(same, word("wie", "um")), (): Element[] => [{ kind: "same-time" }]),
);
/** "Freitag ja, Samstag nein". */
const atLastNo: Rule<Element[]> = given(
  map(onlyAfter(onlyBefore(word("nein", "nee"), atEnd), new Set(WEEKDAYS.keys())), () => mark("not-previous")),
  (tokens, at) => tokens.slice(0, at).some(({ text }) => text === "ja"),
);
/** "Beides um drei", "jeweils nachmittags". */
const both: Rule<Element[]> = map(
  onlyBefore(
    either<unknown>(
      word("jeweils", "beides", "beide"),
      listed("beide male | beide mal | in beiden fällen | an beiden tagen | jedes mal"),
    ),
    seq(
      maybe(word("um", "gegen", "ab", "bis", "so", "am", "nach", "vor", "zwischen")),
      either<unknown>(cardinal, word("halb", "viertel", "dreiviertel"), lookup(PARTS)),
    ),
  ),
  ofAll,
);
/** "Diese Woche nicht mehr, nächste Woche": refuses what stands before it; "nicht mehr vor zehn" limits. */
const noMore: Rule<Element[]> = map(
  notBefore(listed("nicht mehr | nimmer"), word("vor", "nach", "so", "als", "bis", "ab", "frueh", "spaet")),
  () => mark("not-previous"),
);
export const connectiveRule: Rule<Element[]> = either(
  tag,
  alsoNot,
  openUntilRule,
  likewise,
  rather,
  sameTime,
  noMore,
  both,
  besideWishRule,
  atLastNo,
  orSo,
  notWith,
  ...meanings,
  refusingRule,
  map(listed(HARMLESS), nothing),
  person,
  taken,
  unsettledRule,
  tellingRule,
  figuresRule,
);
