import pg from "pg";

/** A pool or the client of an open transaction: whatever runs a statement. */
export interface Sql {
  query<Row extends pg.QueryResultRow>(
    text: string | pg.QueryConfig<unknown[]>,
    values?: unknown[],
  ): Promise<pg.QueryResult<Row>>;
}

export type Log = (message: string, facts?: Record<string, unknown>) => void;

/** Keys of our advisory locks: one for each worker's life, the others serialise a job among all workers. */
export const WORKER_LOCK = 7301;
export const SHARED_LOCK = 7302;
export const sharedLock = { claim: 0, routing: 1, maintenance: 2 } as const;

interface PoolOptions {
  max: number;
  log: Log;
  /** A process that freezes inside a transaction holds its locks no longer than this. */
  idleTransactionMs?: number;
}

/** A pool that outlives its connections: without listeners one restart of PostgreSQL would end the process. */
export function createPool(connectionString: string, { max, log, idleTransactionMs = 30_000 }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    application_name: "askproai-runner",
    idle_in_transaction_session_timeout: idleTransactionMs,
  });
  pool.on("error", (error) => log("pool connection lost", { error: error.message }));
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

/** Runs the work in one transaction; again, up to three times, when another transaction won a deadlock. */
export async function transaction<T>(pool: pg.Pool, work: (tx: Sql) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runOnce(pool, work);
    } catch (error) {
      if (attempt === 3 || !isLostRace(error)) throw error;
    }
  }
}

async function runOnce<T>(pool: pg.Pool, work: (tx: Sql) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query("BEGIN");
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

function isLostRace(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === "40P01" || code === "40001";
}
