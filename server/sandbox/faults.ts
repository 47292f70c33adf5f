import { z } from "zod";

export const faultInput = z.strictObject({
  provider: z.enum(["calcom", "retell", "twilio", "resend"]),
  kind: z.enum(["error_500", "lost_answer", "latency", "rate_limit", "timeout"]),
  /** Share of the matching requests that it hits, 0 to 1. */
  rate: z.number().min(0).max(1).default(1),
  /** How many requests it hits before it is used up. */
  count: z.int().positive().optional(),
  latencyMs: z.int().min(0).max(120_000).default(1000),
  /** Only requests whose path contains this. */
  path: z.string().min(1).optional(),
  /** Only requests with this method. */
  method: z.string().toUpperCase().optional(),
});
export type Fault = z.infer<typeof faultInput> & { hits: number };
export type FaultKind = Fault["kind"];

/** The misbehaviour that was asked for, and how often each has struck. */
export class Faults {
  #active: Fault[] = [];

  constructor(private readonly random: () => number) {}

  add(input: z.infer<typeof faultInput>): Fault {
    const fault = { ...input, hits: 0 };
    this.#active.push(fault);
    return fault;
  }

  list(): Fault[] {
    return this.#active;
  }

  clear(): void {
    this.#active = [];
  }

  /** What strikes this request; latency adds to anything else, of the others the first one counts. */
  strike(provider: string, request: { path: string; method: string }): { delayMs: number; kind: FaultKind | null } {
    let delayMs = 0;
    let kind: FaultKind | null = null;
    for (const fault of this.#active) {
      if (fault.provider !== provider || !this.#strikes(fault, request)) continue;
      if (fault.kind !== "latency" && kind) continue;
      fault.hits += 1;
      if (fault.kind === "latency") delayMs += fault.latencyMs;
      else kind = fault.kind;
    }
    return { delayMs, kind };
  }

  #strikes(fault: Fault, request: { path: string; method: string }): boolean {
    if (fault.count !== undefined && fault.hits >= fault.count) return false;
    if (fault.path && !request.path.includes(fault.path)) return false;
    if (fault.method && fault.method !== request.method) return false;
    return fault.rate >= 1 || this.random() < fault.rate;
  }
}
