import pg from "pg";
import { env } from "../env";

/**
 * Connections of their own: a request that has a transaction open must not wait for another one to be counted, and a
 * database that does not answer is given up soon.
 */
const CONNECTIONS = 4;
const PATIENCE_MS = 2000;

export function openLimitsPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: CONNECTIONS,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
    application_name: "askproai-limits",
    allowExitOnIdle: true,
  });
  // An idle connection that breaks is replaced; without a listener the process would end.
  pool.on("error", () => {});
  return pool;
}

/** One for each process: Next's bundles each have their own module scope, so it lives on globalThis. */
const shared = globalThis as typeof globalThis & { askproLimitsPool?: pg.Pool };

export function limitsPool(): pg.Pool {
  shared.askproLimitsPool ??= openLimitsPool(env().APP_DATABASE_URL);
  return shared.askproLimitsPool;
}

export async function closeLimitsPool(): Promise<void> {
  const pool = shared.askproLimitsPool;
  delete shared.askproLimitsPool;
  await pool?.end();
}
