/** What was read under a stamp, and holds as long as the stamp does. */
export interface Stamped<T> {
  stamp: string;
  value: T;
}

const MAX_ENTRIES = 500;

/**
 * What a process remembers of data that carry a stamp (`master_data_stamps`). Whoever takes something from it compares the
 * stamp with the one in the database, which is read together with what changes all the time; so it is never out of date.
 */
export class StampedMemory<T> {
  readonly #entries = new Map<string, Stamped<T>>();

  find(key: string): Stamped<T> | undefined {
    return this.#entries.get(key);
  }

  /** Without a stamp nothing is remembered; the oldest entry makes room. */
  remember(key: string, { stamp, value }: { stamp: string | null; value: T }): void {
    this.#entries.delete(key);
    if (stamp === null) return;
    const [oldest] = this.#entries.keys();
    if (this.#entries.size >= MAX_ENTRIES && oldest !== undefined) this.#entries.delete(oldest);
    this.#entries.set(key, { stamp, value });
  }
}
