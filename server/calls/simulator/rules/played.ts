/** What the agent asked while a conversation was played, and what it heard. */
export interface AskedFunction {
  function: string;
  arguments: Record<string, unknown>;
  /** HTTP status, null when no answer came in time. */
  status: number | null;
  answer: unknown;
  durationMs: number;
}

export interface StandingAppointment {
  id: string;
  status: string;
  service: string;
  /** By the clock on the wall: "2026-12-03 14:00". */
  at: string;
  staff: string;
  customer: string;
  phones: string[];
  email: string | null;
  notes: string | null;
}

/** What is left of a conversation: nothing, what was said, or that and how it sounded. */
export type Kept = "nothing" | "words" | "audio";

/** All that a call can have changed, as a person would tell it. */
export interface FinalState {
  appointments: StandingAppointment[];
  callbacks: { priority: string; reason: string }[];
  feesCents: number;
  outcome: string | null;
  kept: Kept;
  customers: number;
}

export interface Played {
  steps: AskedFunction[];
  /** Whoever is called back or moved was there before; what is new came with the call. */
  before: FinalState;
  after: FinalState;
}

/** What stands and was not there before. */
export function madeIn({ before, after }: Pick<Played, "before" | "after">): StandingAppointment[] {
  const known = new Set(before.appointments.map(({ id }) => id));
  return after.appointments.filter(({ id, status }) => status !== "cancelled" && !known.has(id));
}
