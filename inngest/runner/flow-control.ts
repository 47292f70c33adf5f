import type { Sql } from "./database";
import { durationMs } from "./durations";
import { evaluateKey, holds } from "./expressions";
import type { FunctionConfig } from "./function-config";
import type { EventBody } from "./protocol";

/** Counts a start in the window that the first one opened; false when the window is full (the event is dropped). */
export async function passesRateLimit(tx: Sql, config: FunctionConfig, event: EventBody): Promise<boolean> {
  const { rateLimit } = config;
  if (!rateLimit) return true;
  const { rows } = await tx.query<{ starts: number }>(
    `INSERT INTO inngest.rate_window AS rate (function_id, key, ends_at, starts)
     VALUES ($1, $2, now() + $3 * interval '1 millisecond', 1)
     ON CONFLICT (function_id, key) DO UPDATE SET
       starts = CASE WHEN rate.ends_at <= now() THEN 1 ELSE rate.starts + 1 END,
       ends_at = CASE WHEN rate.ends_at <= now() THEN excluded.ends_at ELSE rate.ends_at END
     RETURNING starts`,
    [config.id, evaluateKey(rateLimit.key, event), durationMs(rateLimit.period)],
  );
  return (rows[0]?.starts ?? 0) <= rateLimit.limit;
}

/** When a throttled run may start: `limit` spread evenly over `period`, the first `burst` at once. Null: now. */
export async function nextThrottledStart(tx: Sql, config: FunctionConfig, event: EventBody): Promise<Date | null> {
  const { throttle } = config;
  if (!throttle) return null;
  const gapMs = durationMs(throttle.period) / throttle.limit;
  const { rows } = await tx.query<{ due_at: Date }>(
    `INSERT INTO inngest.throttle AS throttle (function_id, key, next_at)
     VALUES ($1, $2, now() + $3 * interval '1 millisecond')
     ON CONFLICT (function_id, key) DO UPDATE
       SET next_at = greatest(throttle.next_at, now()) + $3 * interval '1 millisecond'
     RETURNING greatest(now(), next_at - $4 * interval '1 millisecond') AS due_at`,
    [config.id, evaluateKey(throttle.key, event), gapMs, gapMs * (throttle.burst ?? 1)],
  );
  return rows[0]?.due_at ?? null;
}

/** Keeps the latest event until none has come for `period`, at most `timeout` after the first. True when it was kept. */
export async function holdForDebounce(tx: Sql, config: FunctionConfig, event: EventBody): Promise<boolean> {
  const { debounce } = config;
  if (!debounce) return false;
  await tx.query(
    `INSERT INTO inngest.pending_start AS pending (function_id, key, events, due_at, deadline_at)
     VALUES ($1, $2, $3, now() + $4 * interval '1 millisecond', now() + $5 * interval '1 millisecond')
     ON CONFLICT (function_id, key) DO UPDATE
       SET events = excluded.events, due_at = least(excluded.due_at, pending.deadline_at)`,
    [
      config.id,
      evaluateKey(debounce.key, event),
      JSON.stringify([event]),
      durationMs(debounce.period),
      debounce.timeout ? durationMs(debounce.timeout) : null,
    ],
  );
  return true;
}

/** Collects events until there are `maxSize` (then they are handed back) or the first has waited for `timeout`. */
export async function holdForBatch(
  tx: Sql,
  config: FunctionConfig,
  event: EventBody,
): Promise<"not batched" | "held" | EventBody[]> {
  const batch = config.batchEvents;
  if (!batch || !holds(batch.if, { event })) return "not batched";
  const key = evaluateKey(batch.key, event);
  const { rows } = await tx.query<{ events: EventBody[] }>(
    `INSERT INTO inngest.pending_start AS pending (function_id, key, events, due_at)
     VALUES ($1, $2, $3, now() + $4 * interval '1 millisecond')
     ON CONFLICT (function_id, key) DO UPDATE SET events = pending.events || excluded.events
     RETURNING events`,
    [config.id, key, JSON.stringify([event]), durationMs(batch.timeout)],
  );
  const events = rows[0]?.events ?? [];
  if (events.length < batch.maxSize) return "held";
  await tx.query("DELETE FROM inngest.pending_start WHERE function_id = $1 AND key = $2", [config.id, key]);
  return events;
}
