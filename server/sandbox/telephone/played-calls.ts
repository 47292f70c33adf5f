export interface FunctionStep {
  function: string;
  arguments: Record<string, unknown>;
  /** HTTP status, null when no answer came in time. */
  status: number | null;
  answer: unknown;
  durationMs: number;
}

export type Line = { at: string } & ({ kind: "agent" | "user"; text: string } | ({ kind: "function" } & FunctionStep));

/** A conversation as somebody who listened in would retell it. */
export interface PlayedCall {
  call_id: string;
  scenario: string;
  from_number: string;
  to_number: string;
  agent_id: string;
  status: "ringing" | "ongoing" | "ended" | "rejected";
  started_at: string;
  ended_at: string | null;
  disconnection_reason: string | null;
  summary: string | null;
  /** The call that had to come first, where the scenario needs one. */
  before_call_id: string | null;
  lines: Line[];
  steps: FunctionStep[];
  transcript: string;
}

const KEPT = 100;

export class PlayedCalls {
  #calls: PlayedCall[] = [];

  add(call: PlayedCall): void {
    this.#calls.unshift(call);
    this.#calls.length = Math.min(this.#calls.length, KEPT);
  }

  list(): PlayedCall[] {
    return this.#calls;
  }

  find(callId: string): PlayedCall | undefined {
    return this.#calls.find(({ call_id }) => call_id === callId);
  }

  clear(): void {
    this.#calls = [];
  }
}
