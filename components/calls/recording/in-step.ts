import type { CallDetails } from "@/server/calls/schema";

export type Turn = CallDetails["turns"][number];

/** Words of one turn, from one letter to another. */
export interface Highlight {
  turn: number;
  from: number;
  until: number;
}

/** Which turn is heard at that second: the last that has begun. Null before the first one, and where nobody knows. */
export function turnAt(turns: readonly Turn[], second: number): number | null {
  const index = turns.findLastIndex(({ start }) => start !== null && start <= second);
  return index < 0 ? null : index;
}

/** When these words are spoken, as exactly as the provider told; null where it told nothing. */
export function secondOf(turns: readonly Turn[], { turn, from }: Highlight): number | null {
  const said = turns[turn];
  return said?.words.findLast(({ at }) => at <= from)?.start ?? said?.start ?? null;
}

/**
 * The words that a value was taken from: literally where they stand so, the caller's before the agent's; else the turn of the
 * caller that has most of them, if it has half. None for what nobody said in these words, such as a date that was worked out.
 */
export function findWords(turns: readonly Turn[], value: string): Highlight[] {
  const wanted = fold(value).trim();
  if (wanted.length < 2) return [];
  for (const role of ["user", "agent"]) {
    const literal = turns.flatMap((turn, index) => (turn.role === role ? occurrences(turn, index, wanted) : []));
    if (literal.length > 0) return literal;
  }
  return mostOf(turns, wanted);
}

function mostOf(turns: readonly Turn[], wanted: string): Highlight[] {
  const words = wanted.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2);
  const found = turns.map((turn, index) =>
    turn.role === "user" ? words.map((word) => occurrences(turn, index, word).slice(0, 1)) : [],
  );
  const hits = (each: Highlight[][]) => each.filter(({ length }) => length > 0).length;
  const best = found.toSorted((one, other) => hits(other) - hits(one))[0] ?? [];
  return hits(best) > 0 && hits(best) * 2 >= words.length ? best.flat().sort((a, b) => a.from - b.from) : [];
}

/** A longer word may go on: "Damenhaarschnitt" also stands in "Damenhaarschnitts", but "an" not in "André". */
const MAY_GO_ON = 5;

function occurrences({ text }: Turn, turn: number, wanted: string): Highlight[] {
  const folded = fold(text);
  const isLetter = (at: number) => /[\p{L}\p{N}]/u.test(folded.charAt(at));
  const found: Highlight[] = [];
  for (let from = folded.indexOf(wanted); from >= 0; from = folded.indexOf(wanted, from + 1)) {
    const until = from + wanted.length;
    if (!isLetter(from - 1) && (wanted.length >= MAY_GO_ON || !isLetter(until))) found.push({ turn, from, until });
  }
  return found;
}

/** Without capitals and accents, letter for letter, so that places stay what they are. */
const fold = (text: string): string =>
  [...text].map((letter) => letter.normalize("NFD").charAt(0).toLowerCase().padEnd(letter.length)).join("");

/** A text in pieces, some of them marked. */
export function cut(text: string, marks: readonly Pick<Highlight, "from" | "until">[]) {
  const pieces: { text: string; from: number; isMarked: boolean }[] = [];
  let at = 0;
  for (const { from, until } of marks) {
    if (from < at) continue;
    if (from > at) pieces.push({ text: text.slice(at, from), from: at, isMarked: false });
    pieces.push({ text: text.slice(from, until), from, isMarked: true });
    at = until;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), from: at, isMarked: false });
  return pieces;
}
