import type { IntegrationRow } from "./repository";
import { stateOf } from "./rules/circuit";
import type { IntegrationView } from "./schema";

export function toIntegrationView(row: IntegrationRow, now: Date): IntegrationView {
  const { provider, status, lastCheckedAt, lastSuccessAt, lastError, errorCount } = row;
  const circuit = stateOf(row.circuit, now);
  const { openUntil } = row.circuit;
  const heldBackUntil = circuit === "open" && openUntil ? new Date(openUntil) : null;
  return { provider, status, lastCheckedAt, lastSuccessAt, lastError, errorCount, circuit, heldBackUntil };
}
