import { type Element, mark, nothing, unsure } from "../time/elements";
import {
  either,
  given,
  listed,
  lookup,
  map,
  maybe,
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
import { cardinal } from "./numbers";
import { undecidedRule } from "./undecided";
import { EVERY_WEEKDAY, PARTS, WEEKDAYS } from "./words";

const LIMITING: ReadonlySet<string> = new Set(["ab", "erst", "so", "fruehestens", "vor", "nach", "um"]);

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
const freeThen: Rule<Element[]> = map(
  onlyBefore(seq(word("urlaub", "ferien", "homeoffice"), maybe(word(",")), word("da")), (tokens, at) => {
    const behind = tokens.slice(at, at + 6).map(({ text }) => text);
    const isFree = /^(?:geht|ginge|passt|kann|koennt|haett|hab|klappt|waer|bin)/.test(behind[0] ?? "");
    return isFree && !behind.some((text) => NEGATIONS.has(text)) ? { value: true, next: at } : null;
  }),
  nothing,
);

/** Says something about the time that is no time yet: worth a question, and no refusal of the day. */
const vague = map(
  listed(
    "um die zeit | um diese zeit | zu der zeit | zur selben zeit | zur gleichen zeit | um die gleiche zeit | um dieselbe zeit | wieder raus sein | raus sein | wieder zurück | zurück sein | erst wenn | erst nachdem | lieber spät als früh | lieber später als früher | zurück haben | wieder haben | wieder daheim | wieder raus müssen | wieder weg sein | wieder weg müssen | oder später | oder früher | oder auch später | oder auch früher | oder etwas später | oder etwas früher | " +
      "etwas eher | bisschen eher | ein bisschen eher | bissl eher | ein wenig eher | noch eher | viel eher | etwas eher als | ein bisschen eher als | ein bisschen früher als | etwas früher als | ein bisschen später als | etwas später als | nur nicht so früh | nur nicht zu früh | nur nicht so spät | nur nicht zu spät | bloß nicht so früh | bloß nicht zu früh | " +
      "nicht so früh | nicht zu früh | nicht ganz so früh | nicht so spät | nicht zu spät | nicht allzu spät | nicht allzu früh",
  ),
  (text): Element[] => [{ kind: "word", text, temporal: true }],
);

const saysWhen = either<unknown>(
  word("als", "um", "gegen", "ab", "so", "am", "halb", "viertel", "dreiviertel", "nach", "erst", "bis"),
  lookup(PARTS),
  cardinal,
);
/** "Montag um zehn, Samstag später": than what, a clock of another day does not tell. */
const laterThatDay: Rule<Element[]> = map(
  onlyAfter(
    notBefore(
      seq(maybe(word("etwas", "lieber", "dann", "vielleicht", "auch", "nur")), word("spaeter", "frueher", "eher")),
      saysWhen,
    ),
    new Set(WEEKDAYS.keys()),
  ),
  unsure,
);

/** "Nicht so früh, erst ab elf": the limit says it. */
const settledVague = map(
  onlyBefore(
    listed("nicht so früh | nicht zu früh | nicht ganz so früh | nicht allzu früh"),
    seq(
      several(
        token(["word"], ({ text }) => (!LIMITING.has(text) ? text : null)),
        4,
      ),
      maybe(word(",")),
      maybe(word("erst", "so")),
      word("ab", "fruehestens"),
    ),
  ),
  nothing,
);

const NO_CLOCK: ReadonlySet<string> = new Set(
  (
    "ein eine einen einem einer den die das der dem mein meine meinen meinem dein deine sein seine ihr ihre ihren unser unsere euer was wen wie " +
    "etwas es sie mich mir uns euch so zu sich diese diesen dieses dieser jede jeden alle alles beide punkt genau kurz circa ca etwa " +
    "ungefaehr rund exakt die rueckruf hilfe auskunft antwort nichts verschiebung aufschub verlegung"
  ).split(" "),
);
/** "Am Freitag um hoiwa neine": an hour was said, and not understood. */
const unheardHour: Rule<Element[]> = map(
  onlyAfter(
    seq(
      word("um"),
      token(["word"], ({ text }) => (!NO_CLOCK.has(text) ? text : null)),
    ),
    new Set([...WEEKDAYS.keys(), "heute", "morgen", "uebermorgen", "frueh", "nachmittag", "vormittag", "abend"]),
  ),
  ([, text]): Element[] => [{ kind: "word", text, temporal: true }],
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
  unsure,
);

const BRINGING: ReadonlySet<string> = new Set(["bring", "bringe", "bringen", "abgeben", "hinbringen", "vorbeibringen"]);
/** "Bis Freitagabend zurück": when it has to be done, not when it begins; "bis Freitag fertig" where it is to be brought as well. */
const due: Rule<Element[]> = either<Element[]>(
  map(shortlyAfter(word("zurueck", "wiederhaben", "zurueckhaben"), new Set(["bis"])), unsure),
  given(map(shortlyAfter(word("fertig"), new Set(["bis"])), unsure), (tokens) =>
    tokens.some(({ text }) => BRINGING.has(text)),
  ),
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
    unsure,
  ),
  map(shortlyAfter(word("offen", "geoeffnet"), new Set(["bis"])), () => mark("told")),
);
const having = word("haben", "habt", "hat", "ist", "sind");
/** "Haben Sie bis mittags auf", "wenn Sie bis sieben auf haben". */
export const openUntilRule: Rule<Element[]> = map(
  shortlyAfter(
    either<unknown>(
      shortlyAfter(notBefore(word("auf"), word("den", "der", "die")), new Set(["haben", "habt", "hat"])),
      onlyBefore(word("auf"), having),
    ),
    new Set(["bis"]),
  ),
  () => mark("told"),
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

/** What speaks of time without saying one, and what shows that it is none. */
export const unsettledRule: Rule<Element[]> = either(
  settledVague,
  unheardHour,
  freeThen,
  vague,
  laterThatDay,
  duty,
  due,
  openingHours,
  leaving,
  untilThen,
  undecidedRule,
);
