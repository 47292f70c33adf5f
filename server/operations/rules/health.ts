import type { HealthView } from "../schema";

const LONGEST_WAIT_SECONDS = 60;

export interface HealthFacts {
  isReachable: boolean;
  missingMigrations: string[];
  /** Null when the queue could not be asked. */
  oldestWaitSeconds: number | null;
  /** Null when the database counts requests itself. */
  isCacheReachable: boolean | null;
  /** A provider that the platform brings for everybody refuses its access. */
  isIntegrationFailing: boolean;
}

/** `down` when nothing can be answered rightly; `degraded` when work waits too long, or something that helps is missing. */
export function judgeHealth(facts: HealthFacts) {
  const { isReachable, missingMigrations, oldestWaitSeconds, isCacheReachable, isIntegrationFailing } = facts;
  const database = !isReachable ? "down" : missingMigrations.length > 0 ? "migrations_missing" : "ok";
  const queue = oldestWaitSeconds === null ? "unknown" : oldestWaitSeconds > LONGEST_WAIT_SECONDS ? "delayed" : "ok";
  const cache = isCacheReachable === false ? "down" : "ok";
  const isDegraded = queue === "delayed" || cache === "down" || isIntegrationFailing;
  const status = database !== "ok" ? "down" : isDegraded ? "degraded" : "ok";
  return { status, database, queue, cache } satisfies Partial<HealthView>;
}

const FULL_PERCENT = 85;

/** Says when the disk runs full, before it has. */
export const judgeStorage = (usedPercent: number): "ok" | "low" => (usedPercent >= FULL_PERCENT ? "low" : "ok");
