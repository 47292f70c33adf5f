import { Dice } from "@/server/sandbox/dice";

/** All that a run leaves to chance, by its seed alone. */
export class Chance {
  #throw: () => number;

  constructor(seed: number) {
    this.#throw = new Dice(seed).fork();
  }

  happens(share: number): boolean {
    return this.#throw() < share;
  }

  /** From one to the other, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.#throw() * (most - least + 1));
  }

  oneOf<T>(these: readonly T[]): T | undefined {
    return these[Math.floor(this.#throw() * these.length)];
  }

  /** The more weight, the likelier. */
  weighed<K extends string>(weights: Readonly<Record<K, number>>): K {
    const names = Object.keys(weights) as K[];
    let left = this.#throw() * names.reduce((sum, name) => sum + weights[name], 0);
    for (const name of names) {
      left -= weights[name];
      if (left < 0) return name;
    }
    return names[0] as K;
  }
}
