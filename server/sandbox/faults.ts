import { z } from "zod";

const REQUEST_KINDS = ["error_500", "lost_answer", "latency", "rate_limit", "timeout"] as const;
const WEBHOOK_KINDS = ["lost_webhook", "duplicate_webhook", "late_webhook", "shuffled_webhook"] as const;
export type RequestFault = (typeof REQUEST_KINDS)[number];
export type WebhookFault = (typeof WEBHOOK_KINDS)[number];

export const faultInput = z.strictObject({
  provider: z.enum(["calcom", "retell", "twilio", "resend"]),
  kind: z.enum([...REQUEST_KINDS, ...WEBHOOK_KINDS]),
  /** Share of the matching requests that it hits, 0 to 1. */
  rate: z.number().min(0).max(1).default(1),
  /** How many requests it hits before it is used up. */
  count: z.int().positive().optional(),
  /** How late an answer or a webhook is; shuffled ones wait no longer than this for others. */
  latencyMs: z.int().min(0).max(120_000).default(1000),
  /** Only requests whose path contains this; of webhooks, those whose event does. */
  path: z.string().min(1).optional(),
  /** Only requests with this method. */
  method: z.string().toUpperCase().optional(),
});
export type Fault = z.infer<typeof faultInput> & { id: number; hits: number; seen: number };
type Armed = { fault: Fault; random: () => number };

/** The misbehaviour that was asked for, and how often each has struck. */
export class Faults {
  #armed: Armed[] = [];
  #lastId = 0;

  constructor(private readonly fork: () => () => number) {}

  add(input: z.infer<typeof faultInput>): Fault {
    this.#lastId += 1;
    const fault = { ...input, id: this.#lastId, hits: 0, seen: 0 };
    this.#armed.push({ fault, random: this.fork() });
    return fault;
  }

  list(): Fault[] {
    return this.#armed.map(({ fault }) => fault);
  }

  remove(id: number): void {
    this.#armed = this.#armed.filter(({ fault }) => fault.id !== id);
  }

  clear(): void {
    this.#armed = [];
  }

  /** What strikes this request; latency adds to anything else, of the others the first one counts. */
  strike(provider: string, request: { path: string; method: string }): { delayMs: number; kind: RequestFault | null } {
    let delayMs = 0;
    let kind: RequestFault | null = null;
    for (const armed of this.#aimedAt(provider, request)) {
      const { fault } = armed;
      if (!isOneOf(REQUEST_KINDS, fault.kind) || (fault.kind !== "latency" && kind) || !strikes(armed)) continue;
      if (fault.kind === "latency") delayMs += fault.latencyMs;
      else kind = fault.kind;
    }
    return { delayMs, kind };
  }

  /** What befalls a webhook on its way, if anything does. */
  strikeWebhook(provider: string, event: string): { kind: WebhookFault; fault: Fault; random: () => number } | null {
    for (const armed of this.#aimedAt(provider, { path: event, method: null })) {
      const { kind } = armed.fault;
      if (isOneOf(WEBHOOK_KINDS, kind) && strikes(armed)) return { ...armed, kind };
    }
    return null;
  }

  #aimedAt(provider: string, { path, method }: { path: string; method: string | null }): Armed[] {
    return this.#armed.filter(
      ({ fault }) =>
        fault.provider === provider &&
        (!fault.path || path.includes(fault.path)) &&
        (!fault.method || method === null || fault.method === method),
    );
  }
}

function strikes({ fault, random }: Armed): boolean {
  if (fault.count !== undefined && fault.hits >= fault.count) return false;
  fault.seen += 1;
  if (fault.rate < 1 && random() >= fault.rate) return false;
  fault.hits += 1;
  return true;
}

function isOneOf<K extends string>(kinds: readonly K[], kind: string): kind is K {
  return kinds.some((each) => each === kind);
}
