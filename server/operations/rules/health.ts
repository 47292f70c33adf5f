import type { HealthView } from "../schema";

const LONGEST_WAIT_SECONDS = 60;

export interface HealthFacts {
  isReachable: boolean;
  missingMigrations: string[];
  /** Null when the queue could not be asked. */
  oldestWaitSeconds: number | null;
}

/** `down` when nothing can be answered rightly, `degraded` when work waits too long. */
export function judgeHealth({ isReachable, missingMigrations, oldestWaitSeconds }: HealthFacts) {
  const database = !isReachable ? "down" : missingMigrations.length > 0 ? "migrations_missing" : "ok";
  const queue = oldestWaitSeconds === null ? "unknown" : oldestWaitSeconds > LONGEST_WAIT_SECONDS ? "delayed" : "ok";
  const status = database !== "ok" ? "down" : queue === "delayed" ? "degraded" : "ok";
  return { status, database, queue } satisfies Partial<HealthView>;
}
