import { fold } from "./fold";

/** Letters and digits only, umlauts folded: "Müller-Lüdenscheidt" and "mueller luedenscheidt" are the same. */
export function plainLetters(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\d]+/gu, " ")
    .trim();
}

/** Of the words heard last: one is compared with many. */
const trigramsOf = new Map<string, ReadonlySet<string>>();
const MOST_WORDS = 5000;
const LONGEST_WORD = 40;

function trigrams(text: string): ReadonlySet<string> {
  const known = trigramsOf.get(text);
  if (known) return known;
  const found = new Set<string>();
  for (const word of text.split(" ")) {
    const padded = `  ${word} `;
    for (let at = 0; at < padded.length - 2; at++) found.add(padded.slice(at, at + 3));
  }
  if (trigramsOf.size >= MOST_WORDS) trigramsOf.clear();
  if (text.length <= LONGEST_WORD) trigramsOf.set(text, found);
  return found;
}

/** Shared trigrams by all trigrams, 0 to 1, as PostgreSQL's pg_trgm counts them. */
export function trigramSimilarity(a: string, b: string): number {
  const [left, right] = [trigrams(a), trigrams(b)];
  let shared = 0;
  for (const trigram of left) if (right.has(trigram)) shared++;
  return shared / (left.size + right.size - shared);
}

/** Fewest changes of one letter, neighbours swapped counting as one (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/**
 * 1 for equal, 0 for nothing in common: the better of trigrams and edit distance. Whoever makes nothing of less than
 * `atLeast` may be told less than it is, as soon as that is certain.
 */
export function likeness(a: string, b: string, { atLeast = 0 } = {}): number {
  const longest = Math.max(a.length, b.length);
  if (longest === 0) return 0;
  const shared = trigramSimilarity(a, b);
  const isTooLong = 1 - Math.abs(a.length - b.length) / longest < atLeast;
  return isTooLong ? shared : Math.max(shared, 1 - editDistance(a, b) / longest);
}
