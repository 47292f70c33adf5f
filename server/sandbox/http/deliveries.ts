import { setTimeout as pause, setImmediate as untilAnswered } from "node:timers/promises";
import type { ProviderName } from "./provider";

export interface Delivery {
  at: string;
  provider: ProviderName;
  event: string;
  url: string;
  attempt: number;
  /** HTTP status of the receiver, null when it could not be reached in time. */
  status: number | null;
}

export interface Outgoing {
  provider: ProviderName;
  event: string;
  url: string;
  raw: string;
  /** Called for each attempt, because signatures carry the time of sending. */
  headers: () => Record<string, string> | Promise<Record<string, string>>;
  /** Pauses before each repetition; none for vendors that try once. */
  retryAfterMs?: number[];
  timeoutMs?: number;
}

export interface Receipt {
  status: number | null;
  text: string;
}

const KEPT = 500;

/** Everything that goes from the vendors to the product: sent, repeated where the vendor repeats, and remembered. */
export class Deliveries {
  #log: Delivery[] = [];
  #running = new Set<Promise<unknown>>();
  #stopped = new AbortController();

  constructor(private readonly now: () => Date) {}

  list(): Delivery[] {
    return this.#log;
  }

  clear(): void {
    this.#log = [];
  }

  async send(outgoing: Outgoing): Promise<Receipt> {
    const pauses = [...(outgoing.retryAfterMs ?? [])];
    for (let attempt = 1; ; attempt += 1) {
      const receipt = await this.#attempt(outgoing, attempt);
      const delivered = receipt.status !== null && receipt.status >= 200 && receipt.status < 300;
      const wait = pauses.shift();
      if (delivered || wait === undefined || this.#stopped.signal.aborted) return receipt;
      await this.rest(wait);
    }
  }

  /** Begins once the answer that caused it is on its way, as with the vendors; `stop` waits for it. */
  background(work: () => Promise<unknown>): void {
    const running: Promise<unknown> = untilAnswered()
      .then(work)
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
    running.catch(() => undefined);
  }

  /** A pause that ends at once when the sandbox stops. */
  async rest(ms: number): Promise<void> {
    await pause(ms, undefined, { signal: this.#stopped.signal }).catch(() => undefined);
  }

  get signal(): AbortSignal {
    return this.#stopped.signal;
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await Promise.allSettled([...this.#running]);
  }

  async #attempt(outgoing: Outgoing, attempt: number): Promise<Receipt> {
    const receipt = await this.#post(outgoing).catch((): Receipt => ({ status: null, text: "" }));
    const { provider, event, url } = outgoing;
    this.#log.push({ at: this.now().toISOString(), provider, event, url, attempt, status: receipt.status });
    if (this.#log.length > KEPT) this.#log.shift();
    return receipt;
  }

  async #post({ url, raw, headers, timeoutMs = 10_000 }: Outgoing): Promise<Receipt> {
    const response = await fetch(url, {
      method: "POST",
      body: raw,
      headers: await headers(),
      redirect: "manual",
      signal: AbortSignal.any([this.#stopped.signal, AbortSignal.timeout(timeoutMs)]),
    });
    return { status: response.status, text: await response.text() };
  }
}
