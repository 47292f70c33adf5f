import type { TransactionContext } from "./context";
import { limitOf } from "./limits";
import { limitsPool } from "./request-limits/limits-pool";

export interface RateLimit {
  bucket: string;
  /** How many within one window. */
  limit: number;
  windowSeconds: number;
}

/** Counts one more in the current window, and says whether that is still within the limit. */
export async function takeFromLimit(
  ctx: TransactionContext,
  { bucket, limit, windowSeconds }: RateLimit,
): Promise<boolean> {
  const windowMs = windowSeconds * 1000;
  const start = new Date(Math.floor(ctx.now.getTime() / windowMs) * windowMs);
  const expires = new Date(start.getTime() + 2 * windowMs);
  const [row] = await ctx.tx.$queryRaw<{ count: number }[]>`
    INSERT INTO rate_limit_buckets AS b (bucket, window_start, count, expires_at)
    VALUES (${bucket}, ${start}::timestamptz, 1, ${expires}::timestamptz)
    ON CONFLICT (bucket) DO UPDATE SET window_start = excluded.window_start, expires_at = excluded.expires_at,
      count = CASE WHEN b.window_start = excluded.window_start THEN b.count + 1 ELSE 1 END
    RETURNING count`;
  return (row?.count ?? 1) <= limitOf(limit);
}

/** Removes windows that are over. */
export async function pruneLimits(now: Date): Promise<void> {
  await limitsPool().query("DELETE FROM rate_limit_buckets WHERE expires_at < $1", [now]);
}
