import { env } from "../env";
import { log } from "../log";
import type { RequestCounter, Taken, Taking } from "./counter";
import { closeLimitsPool, limitsPool } from "./limits-pool";
import { postgresCounter } from "./postgres-counter";

/** One pair of counters for each process: Next's bundles each have their own module scope, so it lives on globalThis. */
interface Counters {
  postgres: RequestCounter;
  redis: Promise<RequestCounter> | null;
  /** Until when Redis is left alone after it failed. */
  redisBackAtMs: number;
}
const shared = globalThis as typeof globalThis & { askproRequestCounters?: Counters };

const PAUSE_MS = 5000;

function counters(): Counters {
  const url = env().REDIS_URL;
  shared.askproRequestCounters ??= {
    postgres: postgresCounter(limitsPool()),
    redis: url ? import("./redis-counter").then(({ redisCounter }) => redisCounter(url)) : null,
    redisBackAtMs: 0,
  };
  return shared.askproRequestCounters;
}

/**
 * Counts requests in Redis where there is one, else in PostgreSQL. A Redis that fails is left alone for some seconds, in
 * which PostgreSQL counts, from nothing: for a moment twice as much may pass, and nobody is refused for our own fault.
 */
export async function countRequests(taking: Taking): Promise<Taken> {
  const own = counters();
  if (own.redis && own.redisBackAtMs <= Date.now()) {
    try {
      return await (await own.redis).take(taking);
    } catch (error) {
      own.redisBackAtMs = Date.now() + PAUSE_MS;
      log("app").error({ fault: nameOf(error) }, "limits: Redis does not answer, PostgreSQL counts");
    }
  }
  return own.postgres.take(taking);
}

/** Removes what no window will ask for again. */
export async function pruneRequestCounts(): Promise<void> {
  await counters().postgres.prune();
}

/** Closes the connections; whoever counts after that opens new ones. */
export async function closeCounters(): Promise<void> {
  const own = shared.askproRequestCounters;
  delete shared.askproRequestCounters;
  await Promise.all([closeLimitsPool(), own?.redis?.then((redis) => redis.close())]);
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
