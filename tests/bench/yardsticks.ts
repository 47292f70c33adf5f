import pg from "pg";
import type { LoadRequest } from "./load";

/**
 * The tables of the yardsticks that write: logged and committed like every table of ours, so that their commit costs what
 * ours costs, but without policies, triggers or further indexes. `bench_times` has the constraint of `staff_occupancies`:
 * nobody is booked twice.
 */
export async function createYardstickTables(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(`
      CREATE TABLE IF NOT EXISTS bench_rows (id uuid PRIMARY KEY, body jsonb NOT NULL, created_at timestamptz NOT NULL DEFAULT now());
      CREATE TABLE IF NOT EXISTS bench_times (id uuid PRIMARY KEY, staff_id uuid NOT NULL, blocked_from timestamptz(3) NOT NULL,
        blocked_until timestamptz(3) NOT NULL, created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT bench_staff_free EXCLUDE USING gist (
          staff_id WITH =, tstzrange(blocked_from, blocked_until) WITH &&, id WITH <>));
      GRANT INSERT ON bench_rows, bench_times TO app_rw;
      GRANT SELECT ON bench_rows TO app_platform`);
  } finally {
    await owner.end();
  }
}

/** The same request to the route that does nothing. */
export const toEmpty = (request: LoadRequest): LoadRequest => ({ ...request, path: "/api/bench/empty" });

/** The same request to the route that only keeps the body. */
export const toInsert = (request: LoadRequest): LoadRequest => ({ ...request, path: "/api/bench/insert" });

/** Somebody's time to the route that only takes it. */
export const toTake = (time: { staff_id: string; starts_at: string; ends_at: string }): LoadRequest => ({
  path: "/api/bench/take",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(time),
});
