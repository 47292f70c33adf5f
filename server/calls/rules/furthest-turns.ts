import type { TranscriptTurn } from "./provider-call";

type Turns = TranscriptTurn[] | null;

/** Of two tellings of the same conversation the one that has heard more of it, in whatever order they come. */
export function furthestTurns(one: Turns, other: Turns): Turns {
  if (!one?.length || !other?.length) return one?.length ? one : other;
  const [reach, otherReach] = [reachOf(one), reachOf(other)];
  for (const [index, value] of reach.entries()) {
    const difference = value - (otherReach[index] ?? 0);
    if (difference !== 0) return difference > 0 ? one : other;
  }
  return wordsOf(one) >= wordsOf(other) ? one : other;
}

/** How far into the call it goes, by how many turns and in how many letters. */
function reachOf(turns: TranscriptTurn[]): number[] {
  return [Math.max(0, ...turns.map(({ end }) => end ?? 0)), turns.length, wordsOf(turns).length];
}

const wordsOf = (turns: TranscriptTurn[]): string => turns.map(({ text }) => text).join(" ");
