import type { Demo } from "./demo";

export interface SentMessage {
  id: string;
  channel: "sms" | "email" | "whatsapp";
  to: string;
  subject?: string;
  text: string;
}

export interface CalcomBooking {
  uid: string;
  status: string;
  start: string;
  metadata: Record<string, string>;
  attendee: { email: string };
}

export interface PlayedCall {
  call_id: string;
  status: string;
  /** What was said and done; a function's line is written when its answer came. */
  lines: { at: string; kind: "agent" | "user" | "function"; function?: string }[];
  steps: { function: string; status: number | null; answer: Record<string, unknown> }[];
}

export interface Fault {
  provider: "calcom" | "retell" | "twilio" | "resend";
  kind: "error_500" | "lost_answer" | "latency" | "rate_limit" | "timeout" | "lost_webhook";
  /** Only requests whose path contains this; of webhooks, those whose event does. */
  path?: string;
  /** Only requests with this method. */
  method?: "GET" | "POST" | "PATCH" | "DELETE";
  /** How many requests it strikes; all of them when left out. */
  count?: number;
  latencyMs?: number;
  hits?: number;
  id?: number;
}

/** The providers' doubles of a copy: what they were sent, and how they misbehave. */
export function sandboxOf({ sandboxUrl }: Pick<Demo, "sandboxUrl">) {
  async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`${sandboxUrl}/_/${path}`, {
      method,
      headers,
      body: body ? JSON.stringify(body) : null,
    });
    if (!answer.ok) throw new Error(`${method} /_/${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }
  return {
    /** A call as the provider knows it, for repeating its events. */
    async findCall(callId: string, apiKey: string): Promise<Record<string, unknown>> {
      const answer = await fetch(`${sandboxUrl}/retell/v2/get-call/${callId}`, {
        headers: { authorization: `Bearer ${apiKey}` },
      });
      return (await answer.json()) as Record<string, unknown>;
    },
    playCall: (order: Record<string, unknown>) => ask<PlayedCall>("POST", "calls", order),
    messages: () => ask<SentMessage[]>("GET", "messages"),
    bookings: () => ask<CalcomBooking[]>("GET", "bookings"),
    addFault: (fault: Fault) => ask<Fault>("POST", "faults", fault),
    faults: () => ask<Fault[]>("GET", "faults"),
    removeFault: ({ id }: Fault) => ask<Fault[]>("DELETE", `faults/${id}`),
    moveBooking: (uid: string, start: string) =>
      ask<CalcomBooking>("POST", `bookings/${uid}/reschedule`, { start: new Date(start).toISOString() }),
    clearFaults: () => ask<Fault[]>("DELETE", "faults"),
  };
}

export type SandboxDouble = ReturnType<typeof sandboxOf>;
