import { type Element, unsure } from "../time/elements";
import {
  either,
  given,
  map,
  notAfter,
  notBefore,
  onlyAfter,
  onlyBefore,
  type Rule,
  seq,
  shortlyAfter,
  word,
} from "../time/grammar";
import { cardinal } from "./numbers";
import { WEEKDAYS } from "./words";

const OBLIGED: ReadonlySet<string> = new Set(["muss", "muesste", "soll", "sollte", "sollten", "muessen"]);
/** "Der Wagen muss Freitag um zwölf fertig sein": when it ends, as in "ich bin um drei fertig"; with a "bis" it says so itself. */
const finished: Rule<Element[]> = given(map(word("fertig"), unsure), (tokens, at) => {
  const before = tokens.slice(Math.max(0, at - 8), at).map(({ text }) => text);
  const isOfCaller = (before.includes("bin") || before.includes("sind")) && before.includes("um");
  return isOfCaller || (before.some((text) => OBLIGED.has(text)) && !before.includes("bis"));
});
/** "Ich brauche den Wagen am Freitag wieder". */
const neededAgain: Rule<Element[]> = given(
  map(shortlyAfter(word("wieder"), new Set(["brauche", "brauch", "braeuchte", "brauchen"])), unsure),
  (tokens, at) => at === tokens.length - 1,
);
/** "Mein Termin um zehn, der muss auf elf". */
const toOther: Rule<Element[]> = map(
  onlyBefore(
    word("muss", "muesste", "soll", "sollte"),
    seq(word("auf"), either<unknown>(cardinal, word("halb", "viertel", "dreiviertel"))),
  ),
  unsure,
);
const LATE_SAID: ReadonlySet<string> = new Set([
  "heute",
  "morgen",
  "uebermorgen",
  "ganz",
  "sehr",
  "recht",
  "ziemlich",
  ...WEEKDAYS.keys(),
]);
/** "Morgen ganz spät". */
const lateSaid: Rule<Element[]> = map(onlyAfter(word("spaet"), LATE_SAID), unsure);
/** "Kurz bevor Sie zumachen": an hour that the business knows, and the grammar does not. At its opening is as early as it goes. */
const atClosing: Rule<Element[]> = map(
  shortlyAfter(word("zumachen", "zumacht", "schliessen", "schliesst"), new Set(["wenn", "sobald", "bevor"])),
  (text): Element[] => [{ kind: "word", text, temporal: true }],
);
/** "Als Erste", "der letzte Termin": of which only the calendar knows the hour. */
const firstOrLast: Rule<Element[]> = either<Element[]>(
  map(onlyAfter(seq(word("als"), word("erstes", "letztes")), new Set(["gleich", "ganz"])), unsure),
  map(seq(word("als"), word("erste", "erster", "letzte", "letzter")), unsure),
  map(
    notAfter(
      notBefore(seq(word("letzte", "letzten", "letzter"), word("termin")), word("war", "ist", "bei", "hatte")),
      new Set(["mein", "meinen", "meinem", "ihr", "ein", "einen", "zum", "beim", "unser", "vom", "seit"]),
    ),
    unsure,
  ),
);

const OFFERS: ReadonlySet<string> = new Set(
  "geht ginge klappt passt frei nicht nichts nix was noch dann moeglich offen zeit platz termin".split(" "),
);
/** "Wenn mein Mann frei hat" offers nothing. */
const SOMEBODY: ReadonlySet<string> = new Set(["mein", "meine", "er", "unser", "unsere"]);
const OTHERWISE: ReadonlySet<string> = new Set(["sonst", "ansonsten", "andernfalls"]);
/** "Wenn es regnet Freitag, sonst morgen": which of them, the weather decides; "wenn Freitag nicht geht" offers both. */
const dependsOn: Rule<Element[]> = given(map(word("wenn", "falls", "sofern"), unsure), (tokens, at) => {
  const behind = tokens.slice(at + 1).map(({ text }) => text);
  const otherwise = behind.findIndex((text) => OTHERWISE.has(text));
  if (otherwise <= 0) return false;
  return SOMEBODY.has(behind[0] ?? "") || !behind.slice(0, otherwise).some((text) => OFFERS.has(text));
});

/** Names an hour or a day that only the business, the weather or the caller's husband knows: a question, and no answer. */
export const undecidedRule: Rule<Element[]> = either(
  finished,
  neededAgain,
  toOther,
  lateSaid,
  atClosing,
  firstOrLast,
  dependsOn,
);
