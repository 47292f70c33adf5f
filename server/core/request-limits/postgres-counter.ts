import type pg from "pg";
import type { RequestCounter } from "./counter";

/** Longer than any window is remembered after it began. */
const KEPT_MS = 2 * 86_400_000;

interface Row {
  started_ms: string;
  previous: number;
  count: number;
  now_ms: string;
  is_over: boolean;
  bucket: string;
}

const TAKE = {
  name: "request_limits_take",
  text: "SELECT * FROM request_limits_take($1::text[], $2::int[], $3::int[], $4::bigint)",
};

/** Counts in an unlogged table: one function call, whatever the number of layers. */
export function postgresCounter(pool: pg.Pool): RequestCounter {
  return {
    async take(layers, nowMs) {
      const lists = [layers.map(({ bucket }) => bucket), layers.map(({ limit }) => limit)];
      const values = [...lists, layers.map(({ windowMs }) => windowMs), nowMs ?? null];
      const { rows } = await pool.query<Row>({ ...TAKE, values });
      const isRefused = rows.some((row) => row.is_over);
      const byBucket = new Map(rows.map((row) => [row.bucket, row]));
      const counted = layers.map(({ bucket }) => {
        const row = byBucket.get(bucket);
        if (!row) throw new Error("a limit was not counted");
        const { previous, is_over: isOver } = row;
        return { startedMs: Number(row.started_ms), previous, count: row.count - (isRefused ? 1 : 0), isOver };
      });
      return { layers: counted, nowMs: Number(rows[0]?.now_ms) };
    },
    async prune() {
      await pool.query("DELETE FROM request_windows WHERE started_ms < $1", [Date.now() - KEPT_MS]);
    },
    close: () => pool.end(),
  };
}
