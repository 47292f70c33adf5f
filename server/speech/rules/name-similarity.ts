import { colognePhonetics } from "./cologne-phonetics";
import { likeness, plainLetters } from "./similarity";

/** What sounding alike adds for names whose letters differ ("Schmidt", "Schmitt"). */
const SOUND_FLOOR = 0.85;

/** How alike two names are, 0 to 1, by sound and by letters. It suggests whom a caller may be; it never proves it. */
export function nameSimilarity(a: string, b: string): number {
  const [left, right] = [plainLetters(a), plainLetters(b)];
  if (left === "" || right === "") return 0;
  if (left === right) return 1;
  const byWords = Math.max(wordsAlike(left, right), wordsAlike(right, left));
  return Math.round(Math.max(alike(left, right), byWords) * 1000) / 1000;
}

/** Each word of one name with its best partner in the other: order and double names do not matter. */
function wordsAlike(left: string, right: string): number {
  const [mine, theirs] = [left.split(" "), right.split(" ")];
  const best = mine.map((word) => Math.max(...theirs.map((other) => alike(word, other))));
  const missing = Math.max(0, theirs.length - mine.length);
  return best.reduce((sum, value) => sum + value, 0) / (best.length + missing * 0.5);
}

function alike(a: string, b: string): number {
  const letters = likeness(a, b);
  const soundsAlike = colognePhonetics(a) === colognePhonetics(b) && colognePhonetics(a).length > 1;
  return soundsAlike ? Math.max(letters, SOUND_FLOOR + 0.1 * letters) : letters * 0.9;
}

/** Said again, and heard a little otherwise: by its sound, or with so many of its letters. Both are folded. */
export const soundsLike = (one: string, other: string, { atLeast }: { atLeast: number }): boolean =>
  colognePhonetics(one) === colognePhonetics(other) || likeness(one, other) >= atLeast;
