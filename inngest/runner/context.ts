import type { Pool } from "pg";
import type { Log } from "./database";
import type { Registry } from "./registry";

export interface RunnerSettings {
  /** Waits before the 2nd, 3rd … attempt, when the function does not name one itself (RetryAfterError). */
  backoffMs: readonly number[];
  /** Added at random to each back-off, so that what failed together does not come back together. */
  jitterMs: number;
  /** The longest wait before another attempt, whoever names it. Tests and demonstrations shorten it. */
  maxRetryDelayMs: number;
  /** A worker that has not renewed its claim for so long is taken for frozen. */
  leaseMs: number;
  /** The longest that one call of a function may take. */
  callTimeoutMs: number;
  /** Calls running at the same time in this worker. */
  concurrency: number;
  runRetentionMs: number;
  eventRetentionMs: number;
}

const SECOND = 1000;
const DAY = 86_400 * SECOND;

/** The back-off table and jitter are the Inngest server's. */
export const defaultSettings: RunnerSettings = {
  backoffMs: [15, 30, 60, 120, 300, 600, 1200, 2400, 3600, 7200].map((seconds) => seconds * SECOND),
  jitterMs: 30 * SECOND,
  maxRetryDelayMs: DAY,
  leaseMs: 30 * SECOND,
  callTimeoutMs: 120 * SECOND,
  concurrency: 16,
  runRetentionMs: 7 * DAY,
  eventRetentionMs: 2 * DAY,
};

/** What every part of one running worker shares. */
export interface RunnerContext {
  pool: Pool;
  registry: Registry;
  settings: RunnerSettings;
  log: Log;
}
