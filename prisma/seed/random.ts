/** A seeded source of chance: the same seed tells the same story. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number, both ends included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  weighted<T>(list: readonly T[], weightOf: (item: T) => number): T | undefined;
  shuffle<T>(list: readonly T[]): T[];
}

/** Mulberry32: small, quick, and good enough for stories. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (list) => pickAt(list, between(0, list.length - 1)),
    weighted: (list, weightOf) => pickWeighted(list, weightOf, next()),
    shuffle: (list) => shuffleWith(list, between),
  };
}

function pickAt<T>(list: readonly T[], index: number): T {
  if (list.length === 0) throw new Error("there is nothing to pick from");
  return list[index] as T;
}

function pickWeighted<T>(list: readonly T[], weightOf: (item: T) => number, share: number): T | undefined {
  const weights = list.map(weightOf);
  let left = share * weights.reduce((sum, weight) => sum + weight, 0);
  return list.find((_, index) => {
    const weight = weights[index] ?? 0;
    left -= weight;
    return weight > 0 && left < 0;
  });
}

function shuffleWith<T>(list: readonly T[], between: Random["between"]): T[] {
  const copy = [...list];
  for (let last = copy.length - 1; last > 0; last -= 1) {
    const other = between(0, last);
    [copy[last], copy[other]] = [copy[other] as T, copy[last] as T];
  }
  return copy;
}
