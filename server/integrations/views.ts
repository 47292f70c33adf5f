import type { IntegrationRow } from "./repository";
import { stateOf } from "./rules/circuit";
import type { Circuit, IntegrationView } from "./schema";

export function toIntegrationView(row: IntegrationRow, now: Date): IntegrationView {
  const { provider, status, lastCheckedAt, lastSuccessAt, lastError, errorCount } = row;
  return { provider, status, lastCheckedAt, lastSuccessAt, lastError, errorCount, ...toCircuitFacts(row.circuit, now) };
}

/** Whether calls are held back, since when, why and until when. */
export function toCircuitFacts(circuit: Circuit, now: Date) {
  const state = stateOf(circuit, now);
  if (state === "closed") return { circuit: state, openedAt: null, heldBackUntil: null, heldBackFor: null };
  const { openUntil, openedAt, cause } = circuit;
  return {
    circuit: state,
    openedAt: openedAt ? new Date(openedAt) : null,
    heldBackUntil: state === "open" && openUntil ? new Date(openUntil) : null,
    heldBackFor: cause,
  };
}
