import { likeness, plainLetters } from "@/server/speech/rules/similarity";

interface Named {
  id: string;
  name: string;
  /** Other words for the same. */
  synonyms?: readonly string[];
}

export type NameMatch<T> = { found: T } | { suggestions: string[] };

const SUGGESTED = 3;
const NEAR = 0.5;

/** Exactly the one that is meant, by its name or another word for it; else the names that come near. */
export function matchName<T extends Named>(text: string, all: readonly T[]): NameMatch<T> {
  const wanted = plain(text);
  const exact = all.filter(({ name, synonyms = [] }) => [name, ...synonyms].some((each) => plain(each) === wanted));
  const [only, another] = exact;
  if (only && !another) return { found: only };
  const byFirstWord = all.filter(({ name }) => plain(name.split(" ")[0] ?? "") === wanted);
  if (!only && byFirstWord.length === 1 && byFirstWord[0]) return { found: byFirstWord[0] };
  const pool = exact.length > 0 ? exact : nearest(wanted, all);
  return { suggestions: pool.slice(0, SUGGESTED).map(({ name }) => name) };
}

function nearest<T extends Named>(wanted: string, all: readonly T[]): T[] {
  const scored = all.map((one) => {
    const words = [one.name, ...(one.synonyms ?? [])].map(plain);
    const value = Math.max(0, ...words.map((word) => (word.includes(wanted) && wanted ? 0.9 : likeness(wanted, word))));
    return { one, value };
  });
  return scored
    .filter(({ value }) => value >= NEAR)
    .sort((a, b) => b.value - a.value)
    .map(({ one }) => one);
}

const plain = (text: string): string => plainLetters(text);
