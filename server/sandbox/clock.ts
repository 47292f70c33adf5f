/** The vendors' time: that of the machine until somebody sets it, and from then on running or standing still. */
export class Clock {
  #aheadMs = 0;
  #stoppedAt: number | null = null;

  constructor(private readonly machine: () => Date) {}

  now = (): Date => new Date(this.#stoppedAt ?? this.machine().getTime() + this.#aheadMs);

  get isStopped(): boolean {
    return this.#stoppedAt !== null;
  }

  set(at: Date): void {
    if (this.#stoppedAt !== null) this.#stoppedAt = at.getTime();
    this.#aheadMs = at.getTime() - this.machine().getTime();
  }

  advance(ms: number): void {
    this.set(new Date(this.now().getTime() + ms));
  }

  stop(): void {
    this.#stoppedAt = this.now().getTime();
  }

  run(): void {
    const at = this.now();
    this.#stoppedAt = null;
    this.set(at);
  }

  reset(): void {
    this.#stoppedAt = null;
    this.#aheadMs = 0;
  }
}
