import { MINUTE } from "@/server/core/time";
import type { Circuit, IntegrationResult, IntegrationStatus } from "../schema";
import { isResting, withFailure, withPause, withRest, withSuccess } from "./circuit";

/** How an integration stands. */
export interface Health {
  status: IntegrationStatus;
  lastCheckedAt: Date | null;
  lastSuccessAt: Date | null;
  lastError: string | null;
  errorCount: number;
  circuit: Circuit;
}

/** The health after one more call. A refused key is not the provider's fault, so it leaves the circuit alone. */
export function nextHealth(health: Health, result: IntegrationResult, now: Date): Health {
  const checked = { ...health, lastCheckedAt: now };
  const { circuit, errorCount } = health;
  if (result.kind === "success") {
    const { pauseSeconds, restSeconds } = result;
    const well = withSuccess(circuit, now);
    const closed = restSeconds ? withRest(well, now, restSeconds) : well;
    return {
      ...checked,
      status: "connected",
      lastSuccessAt: now,
      lastError: null,
      errorCount: 0,
      circuit: pauseSeconds ? withPause(closed, now, pauseSeconds) : closed,
    };
  }
  if (result.kind === "rate_limited") return { ...checked, circuit: withPause(circuit, now, result.retryAfterSeconds) };
  const failed = { ...checked, lastError: result.error, errorCount: errorCount + 1 };
  if (result.kind === "unauthorised") return { ...failed, status: "error" };
  return { ...failed, status: "degraded", circuit: withFailure(circuit, now) };
}

/** Nothing worth a write: all is well, was well, and was noted within the last minute. */
export function isOldNews(health: Health, result: IntegrationResult, now: Date): boolean {
  if (result.kind !== "success" || result.pauseSeconds) return false;
  if (result.restSeconds && !isResting(health.circuit, now, result.restSeconds)) return false;
  const isWell = health.status === "connected" && health.errorCount === 0 && !health.circuit.openUntil;
  return isWell && health.lastSuccessAt !== null && now.getTime() - health.lastSuccessAt.getTime() < MINUTE;
}
