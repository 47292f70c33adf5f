/** Where a word begins: in the text, and in seconds from the beginning of the recording. */
export type WordTime = [at: number, start: number];

interface SpokenWord {
  word?: string | null | undefined;
  start: number;
}

/** Finds each spoken word in the text that was made of them, in their order; what the text does not have is left out. */
export function placeWords(text: string, spoken: readonly SpokenWord[]): WordTime[] {
  const placed: WordTime[] = [];
  let from = 0;
  for (const { word, start } of spoken) {
    const wanted = word?.trim();
    const at = wanted ? text.indexOf(wanted, from) : -1;
    if (!wanted || at < 0) continue;
    placed.push([at, start]);
    from = at + wanted.length;
  }
  return placed;
}
