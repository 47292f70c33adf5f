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
  const code = colognePhonetics(word);
  if (word.length > 3 && code.length > 1 && code === colognePhonetics(part)) return 0.9;
  const value = likeness(word, part);
  return value >= 0.75 ? value * 0.9 : value * 0.6;
}
