/** Chance that can be had again: the same seed throws the same numbers, whatever else is thrown beside it. */
export class Dice {
  #seed: number;
  #forks = 0;

  constructor(seed: number = Math.floor(Math.random() * 2 ** 31)) {
    this.#seed = seed;
  }

  get seed(): number {
    return this.#seed;
  }

  restart(seed: number): void {
    this.#seed = seed;
    this.#forks = 0;
  }

  /** A stream of its own, so that what strikes one route does not depend on the traffic of the others. */
  fork(): () => number {
    this.#forks += 1;
    return stream(Math.imul(this.#seed, 0x9e3779b1) + this.#forks);
  }
}

/** Mulberry32: small, quick, and good enough to decide who is unlucky. */
function stream(start: number): () => number {
  let state = start | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
