import type { RunnerContext } from "./context";
import { transaction } from "./database";
import type { FunctionConfig } from "./function-config";
import { type EventBody, internalEvents } from "./protocol";
import { nextFire } from "./schedule";
import { startRuns } from "./starting";

/** Enters every function's schedule; one that is known keeps its next firing, so that a restart skips none. */
export async function enterSchedules(ctx: RunnerContext): Promise<void> {
  for (const config of ctx.registry.all) {
    for (const cron of schedulesOf(config)) {
      await ctx.pool.query(
        "INSERT INTO inngest.cron (function_id, expression, next_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        [config.id, cron, nextFire(cron, new Date())],
      );
    }
  }
}

/** Starts what the clock says, exactly one run for each firing, however many workers; missed firings become one. */
export async function fireSchedules(ctx: RunnerContext): Promise<number> {
  const functionIds = ctx.registry.all.filter((config) => schedulesOf(config).length).map(({ id }) => id);
  const { rowCount: waiting } = await ctx.pool.query(
    "SELECT 1 FROM inngest.cron WHERE next_at <= now() AND function_id = ANY($1) LIMIT 1",
    [functionIds],
  );
  if (!waiting) return 0;
  return transaction(ctx.pool, async (tx) => {
    const { rows } = await tx.query<{ function_id: string; expression: string; next_at: Date }>(
      `SELECT function_id, expression, next_at FROM inngest.cron
       WHERE next_at <= now() AND function_id = ANY($1) FOR UPDATE SKIP LOCKED`,
      [functionIds],
    );
    for (const due of rows) {
      const key = [due.function_id, due.expression];
      const config = ctx.registry.get(due.function_id);
      const next = config && schedulesOf(config).includes(due.expression) ? nextFire(due.expression, new Date()) : null;
      if (!config || !next) {
        await tx.query("DELETE FROM inngest.cron WHERE function_id = $1 AND expression = $2", key);
        continue;
      }
      await startRuns(ctx, tx, [{ config, events: [timerEvent(due)], cause: "event" }]);
      await tx.query("UPDATE inngest.cron SET next_at = $3 WHERE function_id = $1 AND expression = $2", [...key, next]);
    }
    return rows.length;
  });
}

function schedulesOf(config: FunctionConfig): string[] {
  return config.triggers.flatMap(({ cron }) => cron ?? []);
}

function timerEvent(due: { function_id: string; expression: string; next_at: Date }): EventBody {
  const scheduledAt = due.next_at.toISOString();
  return {
    id: `${due.function_id}:${scheduledAt}`,
    name: internalEvents.timer,
    ts: due.next_at.getTime(),
    data: { cron: due.expression, scheduledAt, fireAt: scheduledAt },
  };
}
