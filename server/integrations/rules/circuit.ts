import { MINUTE } from "@/server/core/time";
import type { Circuit, CircuitState } from "../schema";

const FAILURES_TO_OPEN = 5;
const OPEN_MS = 30_000;
/** Longer than any single call may take: whoever tries and dies leaves the right to the next one. */
const PROBE_MS = 30_000;
/** When a pause is over all wake up at once: whoever nobody waits for leaves the others so much time first. */
const HEAD_START_MS = 10_000;

export const CLOSED: Circuit = {
  ...{ failures: [], openUntil: null, openedAt: null, probeUntil: null, cause: null, restUntil: null },
};

export interface Patience {
  /** Nobody waits for it: it stands back while little of the allowance is left. */
  isPatient?: boolean;
}

export type Admission = { isAllowed: true; circuit: Circuit } | { isAllowed: false; waitSeconds: number };

/** Whether a call may go out now; once the circuit has been open for its time, exactly one may try. */
export function admit(circuit: Circuit, now: Date, { isPatient = false }: Patience = {}): Admission {
  const { openUntil, probeUntil, cause, restUntil } = circuit;
  if (isPatient && restUntil && isAhead(restUntil, now))
    return { isAllowed: false, waitSeconds: secondsUntil(restUntil, now) };
  if (!openUntil) return { isAllowed: true, circuit };
  if (isAhead(openUntil, now)) return { isAllowed: false, waitSeconds: secondsUntil(openUntil, now) };
  if (cause === "rate_limit")
    return { isAllowed: true, circuit: { ...circuit, openUntil: null, openedAt: null, cause: null } };
  if (probeUntil && isAhead(probeUntil, now)) return { isAllowed: false, waitSeconds: secondsUntil(probeUntil, now) };
  return { isAllowed: true, circuit: { ...circuit, probeUntil: later(now, PROBE_MS) } };
}

/** Five failures in a minute open the circuit, and so does the one call that was let through to try. */
export function withFailure(circuit: Circuit, now: Date): Circuit {
  const failures = [...recent(circuit, now), now.toISOString()];
  const wasTrying = circuit.openUntil !== null && circuit.cause === "failures";
  if (!wasTrying && failures.length < FAILURES_TO_OPEN) return { ...circuit, failures };
  const openedAt = wasTrying ? circuit.openedAt : now.toISOString();
  return { ...circuit, failures, openUntil: later(now, OPEN_MS), openedAt, probeUntil: null, cause: "failures" };
}

export function withSuccess(circuit: Circuit, now: Date): Circuit {
  const { restUntil } = circuit;
  return circuit.openUntil ? { ...CLOSED, restUntil } : { ...CLOSED, restUntil, failures: recent(circuit, now) };
}

/** The provider has said how long it wants to be left alone. */
export function withPause(circuit: Circuit, now: Date, seconds: number): Circuit {
  const openedAt = circuit.openUntil ? circuit.openedAt : now.toISOString();
  const pause = { openUntil: later(now, seconds * 1000), openedAt, probeUntil: null, cause: "rate_limit" as const };
  return { ...circuit, ...pause, restUntil: later(now, seconds * 1000 + HEAD_START_MS) };
}

/** Little of the allowance is left for so long. */
export function withRest(circuit: Circuit, now: Date, seconds: number): Circuit {
  return { ...circuit, restUntil: later(now, seconds * 1000) };
}

/** Whether it is known already that little is left; two readings of the same end may be a second apart. */
export function isResting({ restUntil }: Circuit, now: Date, seconds: number): boolean {
  return restUntil !== null && Date.parse(restUntil) >= now.getTime() + (seconds - 2) * 1000;
}

export function stateOf({ openUntil, cause }: Circuit, now: Date): CircuitState {
  if (!openUntil) return "closed";
  if (isAhead(openUntil, now)) return "open";
  return cause === "rate_limit" ? "closed" : "half_open";
}

const isAhead = (moment: string, now: Date): boolean => Date.parse(moment) > now.getTime();
const later = (now: Date, ms: number): string => new Date(now.getTime() + ms).toISOString();
const secondsUntil = (moment: string, now: Date): number =>
  Math.max(1, Math.ceil((Date.parse(moment) - now.getTime()) / 1000));
const recent = ({ failures }: Circuit, now: Date): string[] =>
  failures.filter((at) => Date.parse(at) > now.getTime() - MINUTE);
