import type pg from "pg";
import type { RequestCounter } from "./counter";
import { askLimits } from "./limits-pool";

/** Longer than any window is remembered after it began. */
const KEPT_MS = 2 * 86_400_000;

interface Row {
  bucket: string;
  started_ms: string;
  previous: number;
  count: number;
  is_over: boolean;
  granted: number;
  now_ms: string;
}

const TAKE = {
  name: "request_limits_take",
  text: "SELECT * FROM request_limits_take($1::text[], $2::int[], $3::int[], $4::int, $5::bigint)",
};

/** Counts in an unlogged table: one function call, whatever the number of layers and requests. */
export function postgresCounter(pool: pg.Pool): RequestCounter {
  return {
    async take({ layers, units = 1, nowMs }) {
      const buckets = layers.map(({ bucket }) => bucket);
      const [limits, windows] = [layers.map(({ limit }) => limit), layers.map(({ windowMs }) => windowMs)];
      const { rows } = await askLimits<Row>(pool, {
        ...TAKE,
        values: [buckets, limits, windows, units, nowMs ?? null],
      });
      const counted = buckets.map((bucket) => {
        const row = rows.find((one) => one.bucket === bucket);
        if (!row) throw new Error("a limit was not counted");
        const { previous, count, is_over: isOver } = row;
        return { startedMs: Number(row.started_ms), previous, count, isOver };
      });
      return { layers: counted, granted: rows[0]?.granted ?? 0, nowMs: Number(rows[0]?.now_ms) };
    },
    async prune() {
      await pool.query("DELETE FROM request_windows WHERE started_ms < $1", [Date.now() - KEPT_MS]);
    },
    close: () => pool.end(),
  };
}
