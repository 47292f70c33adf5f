import { fold } from "./fold";

/** Letters and digits only, umlauts folded: "Müller-Lüdenscheidt" and "mueller luedenscheidt" are the same. */
export function plainLetters(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\d]+/gu, " ")
    .trim();
}

function trigrams(text: string): Set<string> {
  const padded = text.split(" ").map((word) => `  ${word} `);
  return new Set(padded.flatMap((word) => Array.from({ length: word.length - 2 }, (_, i) => word.slice(i, i + 3))));
}

/** Shared trigrams by all trigrams, 0 to 1, as PostgreSQL's pg_trgm counts them. */
export function trigramSimilarity(a: string, b: string): number {
  const [left, right] = [trigrams(a), trigrams(b)];
  const shared = [...left].filter((trigram) => right.has(trigram)).length;
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

/** 1 for equal, 0 for nothing in common: the better of trigrams and edit distance. */
export function likeness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  if (longest === 0) return 0;
  return Math.max(trigramSimilarity(a, b), 1 - editDistance(a, b) / longest);
}
