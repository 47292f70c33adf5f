import { MINUTE } from "@/server/core/time";
import type { Circuit, CircuitState } from "../schema";

const FAILURES_TO_OPEN = 5;
const OPEN_MS = 30_000;
/** Longer than any single call may take: whoever tries and dies leaves the right to the next one. */
const PROBE_MS = 30_000;

export const CLOSED: Circuit = { failures: [], openUntil: null, probeUntil: null, cause: null };

export type Admission = { isAllowed: true; circuit: Circuit } | { isAllowed: false; waitSeconds: number };

/** Whether a call may go out now; once the circuit has been open for its time, exactly one may try. */
export function admit(circuit: Circuit, now: Date): Admission {
  const { openUntil, probeUntil, cause } = circuit;
  if (!openUntil) return { isAllowed: true, circuit };
  if (isAhead(openUntil, now)) return { isAllowed: false, waitSeconds: secondsUntil(openUntil, now) };
  if (cause === "rate_limit") return { isAllowed: true, circuit: { ...circuit, openUntil: null, cause: null } };
  if (probeUntil && isAhead(probeUntil, now)) return { isAllowed: false, waitSeconds: secondsUntil(probeUntil, now) };
  return { isAllowed: true, circuit: { ...circuit, probeUntil: later(now, PROBE_MS) } };
}

/** Five failures in a minute open the circuit, and so does the one call that was let through to try. */
export function withFailure(circuit: Circuit, now: Date): Circuit {
  const failures = [...recent(circuit, now), now.toISOString()];
  const wasTrying = circuit.openUntil !== null && circuit.cause === "failures";
  if (!wasTrying && failures.length < FAILURES_TO_OPEN) return { ...circuit, failures };
  return { failures, openUntil: later(now, OPEN_MS), probeUntil: null, cause: "failures" };
}

export function withSuccess(circuit: Circuit, now: Date): Circuit {
  return circuit.openUntil ? CLOSED : { ...CLOSED, failures: recent(circuit, now) };
}

/** The provider has said how long it wants to be left alone. */
export function withPause(circuit: Circuit, now: Date, seconds: number): Circuit {
  return { ...circuit, openUntil: later(now, seconds * 1000), probeUntil: null, cause: "rate_limit" };
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
