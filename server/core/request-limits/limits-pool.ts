import pg from "pg";
import { env } from "../env";
import { within } from "./patience";

/** Connections of their own: a request that has a transaction open must not wait for another one to be counted. */
const CONNECTIONS = 4;
/** After that nobody waits for the answer any more (`askLimits`), and the connection is free for others. */
const LONGEST_MS = 15_000;
/** A database that does not answer is given up soon. */
const PATIENCE_MS = 2000;

export function openLimitsPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: CONNECTIONS,
    connectionTimeoutMillis: LONGEST_MS,
    query_timeout: LONGEST_MS,
    application_name: "askproai-limits",
    allowExitOnIdle: true,
  });
  // An idle connection that breaks is replaced; without a listener the process would end.
  pool.on("error", () => {});
  return pool;
}

/** One question, for which somebody waits. */
export function askLimits<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  question: pg.QueryConfig,
): Promise<pg.QueryResult<Row>> {
  return within(PATIENCE_MS, pool.query<Row>(question), "The database");
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
