import { setTimeout as pause, setImmediate as untilAnswered } from "node:timers/promises";
import type { Faults, WebhookFault } from "../faults";
import type { ProviderName } from "./provider";
import { WaitingRoom } from "./waiting-room";

export interface Delivery {
  id: number;
  at: string;
  provider: ProviderName;
  event: string;
  url: string;
  attempt: number;
  /** HTTP status of the receiver, null when it could not be reached in time. */
  status: number | null;
  /** What was done to it on purpose. */
  fault: WebhookFault | null;
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
  /** Somebody waits for this answer and hears it: no webhook, and none of their faults. */
  isQuestion?: boolean;
}

export interface Receipt {
  status: number | null;
  text: string;
}

const KEPT = 500;
const NOT_THERE: Receipt = { status: null, text: "" };

/** Everything that goes from the vendors to the product: sent, repeated where the vendor repeats, and remembered. */
export class Deliveries {
  #log: { delivery: Delivery; outgoing: Outgoing }[] = [];
  #lastId = 0;
  #running = new Set<Promise<unknown>>();
  #stopped = new AbortController();
  #waiting = new WaitingRoom();

  constructor(
    private readonly now: () => Date,
    private readonly faults: Pick<Faults, "strikeWebhook">,
  ) {}

  list(): Delivery[] {
    return this.#log.map(({ delivery }) => delivery);
  }

  find(id: number): (Delivery & { raw: string }) | undefined {
    const found = this.#log.find(({ delivery }) => delivery.id === id);
    return found && { ...found.delivery, raw: found.outgoing.raw };
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  clear(): void {
    this.#log = [];
    this.#waiting.clear();
  }

  async send(outgoing: Outgoing): Promise<Receipt> {
    const struck = outgoing.isQuestion ? null : this.faults.strikeWebhook(outgoing.provider, outgoing.event);
    const deliver = () => this.#deliver(outgoing, struck?.kind ?? null);
    switch (struck?.kind) {
      case "lost_webhook":
        this.#note(outgoing, { attempt: 0, status: null, fault: struck.kind });
        return NOT_THERE;
      case "duplicate_webhook":
        await deliver();
        return deliver();
      case "late_webhook":
        this.#waiting.enter(deliver);
        this.background(() => this.rest(struck.fault.latencyMs).then(() => this.#waiting.release(deliver)));
        return NOT_THERE;
      case "shuffled_webhook":
        this.background(() => this.#waiting.shuffle(deliver, struck.random));
        this.background(() => this.rest(struck.fault.latencyMs).then(() => this.#waiting.release(deliver)));
        return NOT_THERE;
      default:
        return deliver();
    }
  }

  /** The same bytes once more, signed anew: what an impatient vendor does. */
  async replay(id: number): Promise<Receipt | null> {
    const found = this.#log.find(({ delivery }) => delivery.id === id);
    return found ? this.#attempt(found.outgoing, { attempt: found.delivery.attempt + 1, fault: null }) : null;
  }

  /** Brings what is late or waits for others, at once, the last one first. */
  async flush(): Promise<number> {
    await untilAnswered();
    return this.#waiting.releaseAll();
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
    this.#waiting.clear();
    this.#stopped.abort();
    await Promise.allSettled([...this.#running]);
  }

  async #deliver(outgoing: Outgoing, fault: WebhookFault | null): Promise<Receipt> {
    const pauses = [...(outgoing.retryAfterMs ?? [])];
    for (let attempt = 1; ; attempt += 1) {
      const receipt = await this.#attempt(outgoing, { attempt, fault });
      const delivered = receipt.status !== null && receipt.status >= 200 && receipt.status < 300;
      const wait = pauses.shift();
      if (delivered || wait === undefined || this.#stopped.signal.aborted) return receipt;
      await this.rest(wait);
    }
  }

  async #attempt(outgoing: Outgoing, noted: Pick<Delivery, "attempt" | "fault">): Promise<Receipt> {
    const receipt = await this.#post(outgoing).catch(() => NOT_THERE);
    this.#note(outgoing, { ...noted, status: receipt.status });
    return receipt;
  }

  #note(outgoing: Outgoing, how: Pick<Delivery, "attempt" | "status" | "fault">): void {
    const { provider, event, url } = outgoing;
    this.#lastId += 1;
    const delivery = { id: this.#lastId, at: this.now().toISOString(), provider, event, url, ...how };
    this.#log.push({ delivery, outgoing });
    if (this.#log.length > KEPT) this.#log.shift();
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
