import pg from "pg";
import type { LoadRequest } from "./load";

/**
 * The table of the insert yardstick: logged and committed like every table of ours, so that its commit costs what ours
 * costs, but without policies, triggers or further indexes.
 */
export async function createYardstickTable(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(`
      CREATE TABLE IF NOT EXISTS bench_rows (id uuid PRIMARY KEY, body jsonb NOT NULL, created_at timestamptz NOT NULL DEFAULT now());
      GRANT INSERT ON bench_rows TO app_rw;
      GRANT SELECT ON bench_rows TO app_platform`);
  } finally {
    await owner.end();
  }
}

/** The same request to the route that does nothing. */
export const toEmpty = (request: LoadRequest): LoadRequest => ({ ...request, path: "/api/bench/empty" });

/** The same request to the route that only keeps the body. */
export const toInsert = (request: LoadRequest): LoadRequest => ({ ...request, path: "/api/bench/insert" });
