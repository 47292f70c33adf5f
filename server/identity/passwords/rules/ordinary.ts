import { GERMAN_WORDS } from "./german-words";

const YEAR = /(?:19|20)\d\d|(?<!\d)\d{2}[./-]\d{2}[./-]\d{2,4}(?!\d)/g;
const EDGES = /^[^\p{L}@$]+|[^\p{L}]+$/gu;
const LOOKALIKES: Record<string, string> = {
  "@": "a",
  "4": "a",
  "3": "e",
  "1": "i",
  "0": "o",
  $: "s",
  "5": "s",
  "7": "t",
};

/** So many known words, and so many letters beside them, are still what everybody would do. */
const MOST_WORDS = 2;
const MOST_LEFT = 2;

/**
 * Whether a password is a word or two that everybody thinks of, with a year, digits and marks around it: "Sommer2026!!!".
 * Whoever guesses tries these first, in whatever order and however they are written.
 */
export function isOrdinary(password: string, about: readonly string[]): boolean {
  const known = new Set([...GERMAN_WORDS, ...about].flatMap((word) => [word, unaccented(word)]));
  return [password, lookAlikesRead(password)].some((text) => {
    const letters = text
      .toLowerCase()
      .replace(YEAR, " ")
      .replace(/[^\p{L}]+/gu, "");
    return letters.length > 0 && leftOver(letters, known) <= MOST_LEFT;
  });
}

const lookAlikesRead = (password: string): string =>
  password
    .replace(YEAR, " ")
    .replace(EDGES, "")
    .replace(/[@431057$]/g, (mark) => LOOKALIKES[mark] ?? mark);

const unaccented = (word: string): string =>
  word.replace(/ä/g, "ae").replace(/ö/g, "oe").replace(/ü/g, "ue").replace(/ß/g, "ss");

/** How many letters no known word covers, when at most two words are laid over them. */
function leftOver(letters: string, known: ReadonlySet<string>, words = MOST_WORDS): number {
  let least = letters.length;
  if (words === 0) return least;
  for (let start = 0; start < letters.length && start <= MOST_LEFT; start++)
    for (let end = start + 3; end <= letters.length; end++)
      if (known.has(letters.slice(start, end)))
        least = Math.min(least, start + leftOver(letters.slice(end), known, words - 1));
  return least;
}
