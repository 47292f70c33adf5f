import type { RunnerContext } from "./context";
import type { Sql } from "./database";
import { CANCELLED, endRun } from "./finalize";
import type { EventBody } from "./protocol";
import { startRuns } from "./starting";

/** What a person asks of the runner travels as an event, so that whoever may insert one can ask from any process. */
export const requestEvents = {
  cancel: "askproai/run.cancel-requested",
  replay: "askproai/run.replay-requested",
} as const;

export function isRequest(event: EventBody): boolean {
  return event.name === requestEvents.cancel || event.name === requestEvents.replay;
}

/** Cancels a run, or starts its function once more with the same events. */
export async function carryOutRequest(ctx: RunnerContext, tx: Sql, event: EventBody): Promise<void> {
  const runId = String(event.data.runId);
  if (event.name === requestEvents.cancel) {
    await endRun(ctx, tx, runId, CANCELLED);
    return;
  }
  const { rows } = await tx.query<{ function_id: string; events: [EventBody, ...EventBody[]] }>(
    "SELECT function_id, events FROM inngest.run WHERE id = $1",
    [runId],
  );
  const config = rows[0] && ctx.registry.get(rows[0].function_id);
  if (!rows[0] || !config) return;
  const isWish = event.data.newRunId === undefined;
  if (isWish && (await isStartedAgain(tx, runId))) return;
  const newRunId = typeof event.data.newRunId === "string" ? event.data.newRunId : undefined;
  await startRuns(ctx, tx, [
    { config, events: rows[0].events, cause: "replay", replayOf: runId, ...(newRunId ? { runId: newRunId } : {}) },
  ]);
}

/** Two people who ask at the same moment for what failed to be done mean the same. */
async function isStartedAgain(tx: Sql, runId: string): Promise<boolean> {
  const { rows } = await tx.query("SELECT 1 FROM inngest.run WHERE replay_of = $1 LIMIT 1", [runId]);
  return rows.length > 0;
}
