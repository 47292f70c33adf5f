type Deliver = () => Promise<unknown>;

/** As many as change places: with fewer there is no disorder, with more the first waits too long. */
const CROWD = 3;

/** Where webhooks wait that are to come late or out of order. Each leaves once. */
export class WaitingRoom {
  #waiting: Deliver[] = [];
  #crowd: Deliver[] = [];

  get size(): number {
    return this.#waiting.length;
  }

  enter(deliver: Deliver): void {
    this.#waiting.push(deliver);
  }

  /** Joins those that wait for others; the last one in lets all of them go, never in the order in which they came. */
  async shuffle(deliver: Deliver, random: () => number): Promise<void> {
    this.enter(deliver);
    this.#crowd.push(deliver);
    if (this.#crowd.length < CROWD) return;
    const [first, ...others] = this.#crowd.splice(0);
    const ranked = others.map((each) => ({ each, rank: random() })).sort((a, b) => a.rank - b.rank);
    for (const each of [...ranked.map((other) => other.each), first]) if (each) await this.release(each);
  }

  async release(deliver: Deliver): Promise<void> {
    if (!this.#waiting.includes(deliver)) return;
    this.#waiting = this.#waiting.filter((other) => other !== deliver);
    this.#crowd = this.#crowd.filter((other) => other !== deliver);
    await deliver();
  }

  /** Last in, first out: who flushes wants the disorder, not the wait. */
  async releaseAll(): Promise<number> {
    const all = [...this.#waiting].reverse();
    for (const deliver of all) await this.release(deliver);
    return all.length;
  }

  clear(): void {
    this.#waiting = [];
    this.#crowd = [];
  }
}
