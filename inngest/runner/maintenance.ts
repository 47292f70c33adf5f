import type { RunnerContext } from "./context";
import { SHARED_LOCK, type Sql, sharedLock, transaction } from "./database";
import { CANCELLED, endRun } from "./finalize";
import type { EventBody } from "./protocol";
import { type Start, startRuns } from "./starting";

/** Once a second: what is due by the clock. Returns how much was done. */
export async function keepTime(ctx: RunnerContext): Promise<number> {
  return (await startHeldBack(ctx)) + (await cancelOverdue(ctx));
}

/** Starts what debounce and batchEvents have held back until now. */
async function startHeldBack(ctx: RunnerContext): Promise<number> {
  const functionIds = ctx.registry.all.filter((one) => one.debounce || one.batchEvents).map(({ id }) => id);
  if (!functionIds.length) return 0;
  return transaction(ctx.pool, async (tx) => {
    const { rows } = await tx.query<{ function_id: string; events: [EventBody, ...EventBody[]] }>(
      `DELETE FROM inngest.pending_start AS pending
       USING (SELECT function_id, key FROM inngest.pending_start WHERE due_at <= now() AND function_id = ANY($1)
              LIMIT 100 FOR UPDATE SKIP LOCKED) AS due
       WHERE pending.function_id = due.function_id AND pending.key = due.key
       RETURNING pending.function_id, pending.events`,
      [functionIds],
    );
    const starts = rows.flatMap<Start>(({ function_id, events }) => {
      const config = ctx.registry.get(function_id);
      return config ? [{ config, events, cause: "collected" }] : [];
    });
    await startRuns(ctx, tx, starts);
    return rows.length;
  });
}

/** Cancels runs past `timeouts.start` (not started yet) or `timeouts.finish` (not ended yet). */
async function cancelOverdue(ctx: RunnerContext): Promise<number> {
  const { rows } = await ctx.pool.query<{ id: string }>(
    "SELECT id FROM inngest.run WHERE ended_at IS NULL AND deadline_at <= now() LIMIT 100",
  );
  for (const { id } of rows) {
    await transaction(ctx.pool, async (tx) => {
      const { rowCount } = await tx.query(
        "SELECT 1 FROM inngest.run WHERE id = $1 AND deadline_at <= now() FOR NO KEY UPDATE",
        [id],
      );
      if (rowCount) await endRun(ctx, tx, id, CANCELLED);
    });
  }
  return rows.length;
}

const CLEANING = [
  `DELETE FROM inngest.run WHERE id IN (
     SELECT id FROM inngest.run WHERE ended_at < now() - $1 * interval '1 millisecond' LIMIT 1000)`,
  `DELETE FROM inngest.event WHERE sequence IN (
     SELECT sequence FROM inngest.event WHERE routed_at < now() - $1 * interval '1 millisecond' LIMIT 1000)`,
  "DELETE FROM inngest.rate_window WHERE ends_at < now() - $1 * interval '1 millisecond'",
  "DELETE FROM inngest.throttle WHERE next_at < now() - $1 * interval '1 millisecond'",
];

/**
 * Removes what is past its retention, a thousand rows at a time. Events stay for at least a day: so long does their id
 * refuse a second send. Returns how many rows went.
 */
export async function cleanUp(ctx: RunnerContext): Promise<number> {
  const { runRetentionMs, eventRetentionMs } = ctx.settings;
  const keepMs = [runRetentionMs, Math.max(eventRetentionMs, 86_400_000), 0, 0];
  return transaction(ctx.pool, async (tx) => {
    if (!(await takesTurn(tx))) return 0;
    let removed = 0;
    for (const [at, statement] of CLEANING.entries()) {
      removed += (await tx.query(statement, [keepMs[at]])).rowCount ?? 0;
    }
    return removed;
  });
}

async function takesTurn(tx: Sql): Promise<boolean> {
  const lock = await tx.query<{ mine: boolean }>("SELECT pg_try_advisory_xact_lock($1, $2) AS mine", [
    SHARED_LOCK,
    sharedLock.maintenance,
  ]);
  return lock.rows[0]?.mine === true;
}
