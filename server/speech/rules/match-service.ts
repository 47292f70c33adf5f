import { likeness, plainLetters } from "./similarity";

/** The names that businesses gave, taken apart once: every question hears them again. */
const labels = new Map<string, readonly string[]>();
const MOST_LABELS = 5000;

export interface SpokenService {
  id: string;
  name: string;
  synonyms: readonly string[];
}

export interface ServiceMatch {
  serviceId: string;
  confidence: number;
}

const FLOOR = 0.55;
/** A word that carries nothing of the wish. */
const NOISE = new Set(
  (
    "ich mir mich moechte moechten wuerde wuerd haette gern gerne bitte einen eine ein einem einer der die das den dem des mein meine meinen meiner " +
    "termin termine fuer zum zur zu und oder mit ohne auch noch mal einmal lassen machen brauche braeuchte wollte will haben hallo guten tag " +
    "am um bei beim von vom im in an auf so etwas was ja nein i a an the to for and my need want would like get please appointment book with of some"
  ).split(" "),
);

/** Longest first. What is left of "schneiden", "Schnitt", "geschnitten" is the same stem. */
const ENDINGS = ["ungen", "ung", "ern", "eln", "en", "er", "es", "em", "e", "n", "s", "ing"];
const VOWEL_SHIFTS: [RegExp, string][] = [
  [/^(?:ge)?schni(?:tt|t)(?:en)?$/, "schneid"],
  [/schnitt$/, "schneid"],
  [/^(?:ge)?foen/, "foehn"],
  [/^gefaerb/, "faerb"],
  [/^farb/, "faerb"],
  [/^gewasch/, "wasch"],
  [/^waesch/, "wasch"],
  [/^maenner/, "herren"],
  [/^frauen/, "damen"],
  [/^(?:jungen|jungs|maedchen)/, "kinder"],
];

function stem(word: string): string {
  const shifted = VOWEL_SHIFTS.reduce((text, [pattern, base]) => text.replace(pattern, base), word);
  const ending = ENDINGS.find((suffix) => shifted.endsWith(suffix) && shifted.length - suffix.length >= 4);
  return (ending ? shifted.slice(0, -ending.length) : shifted).replace(/^haare?$/, "haar");
}

function stems(text: string): string[] {
  return plainLetters(text)
    .split(" ")
    .filter((word) => word.length > 1 && !NOISE.has(word))
    .map(stem);
}

function stemsOfLabel(label: string): readonly string[] {
  const known = labels.get(label);
  if (known) return known;
  if (labels.size >= MOST_LABELS) labels.clear();
  const fresh = stems(label);
  labels.set(label, fresh);
  return fresh;
}

/** The services a caller asks for, best first; "waschen, schneiden, föhnen" finds each of them. */
export function matchService(text: string, services: readonly SpokenService[]): ServiceMatch[] {
  const said = stems(text);
  const matches = services.map(({ id, name, synonyms }) => {
    const scores = [name, ...synonyms].map((label) => scoreOf(said, stemsOfLabel(label)));
    return { serviceId: id, confidence: Math.round(Math.max(0, ...scores) * 100) / 100 };
  });
  return matches.filter(({ confidence }) => confidence >= FLOOR).sort((a, b) => b.confidence - a.confidence);
}

/** How much of the label was said, with a little less for what was said besides. */
function scoreOf(said: readonly string[], label: readonly string[]): number {
  if (label.length === 0 || said.length === 0) return 0;
  const pairs = label.map((word) => said.map((other) => alike(other, word)));
  const covered = pairs.reduce((sum, values) => sum + Math.max(0, ...values), 0) / label.length;
  const used = said.filter((_, at) => pairs.some((values) => (values[at] ?? 0) >= 0.75)).length / said.length;
  return covered * (0.9 + 0.1 * used);
}

/** Equal, one a part of the other's compound ("Haarschnitt", "Herrenhaarschnitt"), or a slip of the tongue. */
function alike(a: string, b: string): number {
  if (a === b) return 1;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 4 && (long.startsWith(short) || long.endsWith(short)))
    return 0.6 + 0.35 * (short.length / long.length);
  if (short.length < 4) return 0;
  const value = likeness(a, b, { atLeast: 0.7 });
  return value >= 0.7 ? value * 0.95 : 0;
}
