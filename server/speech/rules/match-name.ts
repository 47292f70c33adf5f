import { colognePhonetics } from "./cologne-phonetics";
import { likeness, plainLetters } from "./similarity";

export interface Named {
  id: string;
  name: string;
}

export interface NameMatch {
  id: string;
  confidence: number;
}

const FLOOR = 0.6;
const NOISE = new Set(
  "herr herrn frau bei beim dr doktor die der das in der filiale standort am an zu zur zum mit mr mrs ms the at with".split(
    " ",
  ),
);

/** Said in nearly every wish: none of them is somebody's name because it sounds like one ("hätte" and "Ute", "gern" and "Karin"). */
const EVERYDAY = new Set(
  [
    "ich wir mich mir uns sie ihnen haette haetten habe haben hat hatte gern gerne moechte moechten wuerde wuerden will wollen",
    "kann koennen koennte koennten sollte brauche braeuchte bitte danke ja nein doch noch auch mal dann denn wenn wann wer was wie wo",
    "ein eine einen einem einer kein keine keinen den dem des im ins und oder aber nicht nur schon ganz gar sehr fuer mit ohne von",
    "vom vor nach ab bis um gegen ueber unter zwischen um termin termine uhr zeit tag tage tagen woche wochen monat heute morgen",
    "uebermorgen frueh vormittag vormittags mittag mittags nachmittag nachmittags abend abends montag dienstag mittwoch donnerstag",
    "freitag samstag sonnabend sonntag naechste naechsten naechster kommende kommenden diese diesen dieser halb viertel eins zwei drei",
    "vier fuenf sechs sieben acht neun zehn elf zwoelf guten hallo gruess machen mache buchen vereinbaren geht gehen passt frei egal",
    "i we you he she it would like to have has had need want wanted book booking can could should please thanks yes no for from with",
    "without and or but not only one two three four five six seven eight nine ten eleven twelve today tomorrow morning noon afternoon",
    "evening next this that day days week weeks time appointment monday tuesday wednesday thursday friday saturday sunday hello hi",
  ].flatMap((line) => line.split(" ")),
);

/** Staff or branches whose name a caller said ("bei der Frau Meier"), best first; several when it stays open which. */
export function matchByName(text: string, candidates: readonly Named[]): NameMatch[] {
  const words = plainLetters(text)
    .split(" ")
    .filter((word) => !NOISE.has(word) && word.length > 1);
  const matches = candidates.map(({ id, name }) => ({ id, confidence: round(confidenceOf(words, name)) }));
  return matches.filter(({ confidence }) => confidence >= FLOOR).sort((a, b) => b.confidence - a.confidence);
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** One part said as it is written is enough (a first or a last name), all parts are better. */
function confidenceOf(words: readonly string[], name: string): number {
  const parts = plainLetters(name)
    .split(" ")
    .filter((part) => !NOISE.has(part));
  const scores = parts.map((part) => Math.max(0, ...words.map((word) => alike(word, part))));
  const best = Math.max(0, ...scores);
  const all = scores.length === 0 ? 0 : scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return 0.85 * best + 0.15 * all;
}

function alike(word: string, part: string): number {
  if (word === part) return 1;
  if (EVERYDAY.has(word)) return 0;
  const code = colognePhonetics(word);
  if (word.length > 3 && code.length > 1 && code === colognePhonetics(part)) return 0.9;
  const value = likeness(word, part);
  return value >= 0.75 ? value * 0.9 : value * 0.6;
}
