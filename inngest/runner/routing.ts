import type { RunnerContext } from "./context";
import { SHARED_LOCK, type Sql, sharedLock, transaction } from "./database";
import { dueAt } from "./durations";
import { holds } from "./expressions";
import { CANCELLED, endRun } from "./finalize";
import type { EventBody } from "./protocol";
import type { Cancellation } from "./registry";
import { carryOutRequest, isRequest } from "./requests";
import { type Start, startRuns } from "./starting";
import { proceed, settleStep } from "./steps";

const BATCH = 100;

/**
 * Brings new events to whoever listens: functions they start, runs they cancel, steps that wait for them. One worker at
 * a time, so that events take effect in the order they were stored. Returns how many were routed.
 */
export async function routeEvents(ctx: RunnerContext): Promise<number> {
  const { rowCount: waiting } = await ctx.pool.query("SELECT 1 FROM inngest.event WHERE routed_at IS NULL LIMIT 1");
  if (!waiting) return 0;
  return transaction(ctx.pool, async (tx) => {
    const lock = await tx.query<{ mine: boolean }>("SELECT pg_try_advisory_xact_lock($1, $2) AS mine", [
      SHARED_LOCK,
      sharedLock.routing,
    ]);
    if (!lock.rows[0]?.mine) return 0;
    const { rows } = await tx.query<{ sequence: string; body: EventBody }>(
      "SELECT sequence, body FROM inngest.event WHERE routed_at IS NULL ORDER BY sequence LIMIT $1",
      [BATCH],
    );
    let starts: Start[] = [];
    for (const { body } of rows) {
      const { starts: listeners, cancels } = ctx.registry.listeners(body.name);
      if (cancels.length || isRequest(body)) {
        await startRuns(ctx, tx, starts);
        starts = [];
      }
      for (const cancel of cancels) await cancelRuns(ctx, tx, { cancel, event: body });
      if (isRequest(body)) await carryOutRequest(ctx, tx, body);
      await answerWaits(tx, body);
      for (const { config, expression } of listeners) {
        if (holds(expression, { event: body })) starts.push({ config, events: [body], cause: "event" });
      }
    }
    await startRuns(ctx, tx, starts);
    const sequences = rows.map(({ sequence }) => sequence);
    await tx.query("UPDATE inngest.event SET routed_at = now() WHERE sequence = ANY($1)", [sequences]);
    return rows.length;
  });
}

/** `match: "data.id"` reaches us as this expression; the database then finds the runs without reading all of them. */
const MATCH = /^event\.([\w.]+) == async\.\1$/;

async function cancelRuns(
  ctx: RunnerContext,
  tx: Sql,
  { cancel, event }: { cancel: Cancellation; event: EventBody },
): Promise<void> {
  const path = MATCH.exec(cancel.if ?? "")?.[1]?.split(".") ?? null;
  const wanted = path?.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], event);
  const isIndexed = path !== null && wanted !== undefined;
  const { rows } = await tx.query<{ id: string; event: EventBody; created_at: Date }>(
    `SELECT id, events -> 0 AS event, created_at FROM inngest.run
     WHERE function_id = $1 AND ended_at IS NULL AND ($2::text[] IS NULL OR events -> 0 #> $2 = $3::jsonb)`,
    [cancel.config.id, isIndexed ? path : null, isIndexed ? JSON.stringify(wanted) : null],
  );
  for (const run of rows) {
    const isLate = cancel.timeout !== undefined && dueAt(cancel.timeout, run.created_at.getTime()).getTime() < event.ts;
    if (!isLate && holds(cancel.if, { event: run.event, async: event })) await endRun(ctx, tx, run.id, CANCELLED);
  }
}

async function answerWaits(tx: Sql, event: EventBody): Promise<void> {
  const { rows } = await tx.query<{ run_id: string; id: string; wait_expression: string | null; event: EventBody }>(
    `SELECT step.run_id, step.id, step.wait_expression, run.events -> 0 AS event
     FROM inngest.step JOIN inngest.run ON run.id = step.run_id
     WHERE step.wait_event = $1 AND step.state IS NULL AND run.ended_at IS NULL`,
    [event.name],
  );
  for (const wait of rows) {
    if (!holds(wait.wait_expression, { event: wait.event, async: event })) continue;
    await tx.query("SELECT 1 FROM inngest.run WHERE id = $1 FOR NO KEY UPDATE", [wait.run_id]);
    const settled = await settleStep(tx, wait.run_id, { id: wait.id }, { type: "data", data: event });
    if (!settled) continue;
    await tx.query("DELETE FROM inngest.job WHERE run_id = $1 AND dedupe_key = $2", [wait.run_id, `timer:${wait.id}`]);
    await proceed(tx, wait.run_id, wait.id);
  }
}
