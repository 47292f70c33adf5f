import type { ServiceWords } from "./contact-language";
import { allLanguages } from "./languages";
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
const LANGUAGES: readonly ServiceWords[] = allLanguages().map(({ contacts }) => contacts.services);
const NOISE: ReadonlySet<string> = new Set(LANGUAGES.flatMap(({ noise }) => [...noise]));
/** What is left of "schneiden", "Schnitt", "geschnitten" is the same stem. */
const ENDINGS = LANGUAGES.flatMap(({ endings }) => endings);
const SHIFTS = LANGUAGES.flatMap(({ shifts }) => shifts);

function stem(word: string): string {
  const shifted = SHIFTS.reduce((text, [pattern, base]) => text.replace(pattern, base), word);
  const ending = ENDINGS.find((suffix) => shifted.endsWith(suffix) && shifted.length - suffix.length >= 4);
  return (ending ? shifted.slice(0, -ending.length) : shifted).replace(/^haare?$/, "haar");
}

const wordsOf = (text: string): string[] =>
  plainLetters(text)
    .split(" ")
    .filter((word) => word.length > 1 && !NOISE.has(word));

const stems = (text: string): string[] => wordsOf(text).map(stem);

/** The stems of what was said, and those of each two neighbours as one word: "Reifen wechseln", "Massage für den Rücken". */
interface Said {
  stems: readonly string[];
  joined: readonly (readonly string[])[];
  /** Only what is wrong was told. */
  isSymptom: boolean;
  words: readonly string[];
}

const SYMPTOM = new RegExp(
  String.raw`(?<!\p{L})(?:${LANGUAGES.flatMap(({ symptoms }) => symptoms).join("|")})(?!\p{L})`,
  "iu",
);

function saidIn(text: string): Said {
  const words = wordsOf(text);
  return {
    stems: words.map(stem),
    joined: words.slice(1).map((word, at) => [
      ...[stem(`${words[at]}${word}`), stem(`${word}${words[at]}`)],
      // "Ganz Körper Massage".
      ...(words[at + 2] === undefined ? [] : [stem(`${words[at]}${word}${words[at + 2]}`)]),
    ]),
    isSymptom: SYMPTOM.test(text),
    words,
  };
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
  const said = saidIn(text);
  const matches = services.map(({ id, name, synonyms }) => {
    const scores = [name, ...synonyms].map((label) => scoreOf(said, stemsOfLabel(label)));
    return { serviceId: id, confidence: Math.round(Math.max(0, ...scores) * 100) / 100 };
  });
  return matches.filter(({ confidence }) => confidence >= FLOOR).sort((a, b) => b.confidence - a.confidence);
}

/** Who says a part of a name and nothing else may mean it: "Zahnreinigung", "Therapie". */
const PART_OF_NAME = 0.75;
/** "Die Bremsen quietschen" may be about them, and is asked. */
const GUESSED = 0.65;

/** How much of the label was said, with a little less for what was said besides. */
function scoreOf({ stems: said, joined, isSymptom, words }: Said, label: readonly string[]): number {
  if (label.length === 0 || said.length === 0) return 0;
  const covered = label.reduce((sum, word) => sum + bestOf(word, said, joined), 0) / label.length;
  const isGuess = isSymptom && !label.every((word) => words.some((one) => alike(one, word) >= 0.75));
  const isUsed = said.map((one, at) => {
    const pairs = [joined[at], joined[at - 1], joined[at - 2]?.slice(2)];
    const isJoined = pairs.flatMap((pair) => pair ?? []).some((pair) => label.includes(pair));
    return isJoined || label.some((word) => alike(one, word) >= 0.75);
  });
  const score = covered * (0.9 + (0.1 * isUsed.filter(Boolean).length) / said.length);
  if (isGuess) return Math.min(score, GUESSED);
  return said.every((word) => label.includes(word)) ? Math.max(score, PART_OF_NAME) : score;
}

const bestOf = (word: string, said: readonly string[], joined: Said["joined"]): number =>
  joined.some((pair) => pair.includes(word)) ? 1 : Math.max(...said.map((other) => alike(other, word)));

/** Equal, one a part of the other's compound ("Haarschnitt", "Herrenhaarschnitt"), or a slip of the tongue. */
function alike(a: string, b: string): number {
  if (a === b) return 1;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const ratio = short.length / long.length;
  // "Vorsorgeuntersuchung" is about what it begins with; what it ends with is only the kind.
  if (short.length >= LONG_WORD && long.startsWith(short)) return 0.7 + 0.25 * ratio;
  if (short.length >= 4 && (long.startsWith(short) || long.endsWith(short))) return 0.6 + 0.35 * ratio;
  if (short.length < 4) return 0;
  if (leavesOut(short, long)) return LEFT_OUT;
  const value = likeness(a, b, { atLeast: 0.7 });
  return value >= 0.7 ? value * 0.95 : 0;
}

const LONG_WORD = 7;
const LEFT_OUT = 0.85;
const SHORTEST_PART = 4;

/** "Herrenschnitt" for "Herrenhaarschnitt": the beginning and the end of a compound. */
function leavesOut(short: string, long: string): boolean {
  if (short.length === long.length) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  let end = 0;
  while (end < short.length && short.at(-1 - end) === long.at(-1 - end)) end++;
  return start >= SHORTEST_PART && end >= SHORTEST_PART && start + end >= short.length;
}
