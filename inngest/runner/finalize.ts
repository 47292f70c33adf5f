import type { RunnerContext } from "./context";
import type { Sql } from "./database";
import { insertEvents } from "./events";
import { announcesRuns, type ErrorBody, type EventBody, internalEvents, type StepState } from "./protocol";
import { proceed, settleStep } from "./steps";

export type RunEnd = { status: "completed"; output: unknown } | { status: "failed" | "cancelled"; error: ErrorBody };

interface EndedRun {
  function_id: string;
  events: [EventBody, ...EventBody[]];
  parent_run_id: string | null;
  parent_step_id: string | null;
}

export const CANCELLED: RunEnd = { status: "cancelled", error: { name: "Error", message: "function cancelled" } };

export function failure(message: string, name = "Error"): RunEnd {
  return { status: "failed", error: { name, message } };
}

/**
 * Ends a run once: its jobs go, who invoked it gets the result, and the lifecycle events that somebody listens to are
 * sent. False when it had ended before.
 */
export async function endRun(ctx: RunnerContext, tx: Sql, runId: string, end: RunEnd): Promise<boolean> {
  const output = end.status === "completed" ? (end.output ?? null) : end.error;
  const { rows } = await tx.query<EndedRun>(
    `UPDATE inngest.run SET status = $2, output = $3, ended_at = now() WHERE id = $1 AND ended_at IS NULL
     RETURNING function_id, events, parent_run_id, parent_step_id`,
    [runId, end.status, JSON.stringify(output)],
  );
  const run = rows[0];
  if (!run) return false;
  await tx.query("DELETE FROM inngest.job WHERE run_id = $1", [runId]);
  if (run.parent_run_id && run.parent_step_id) await answerParent(tx, run.parent_run_id, run.parent_step_id, end);
  await announce(ctx, tx, { runId, run, end });
  return true;
}

async function answerParent(tx: Sql, runId: string, stepId: string, end: RunEnd): Promise<void> {
  await tx.query("SELECT 1 FROM inngest.run WHERE id = $1 FOR NO KEY UPDATE", [runId]);
  const state: StepState =
    end.status === "completed" ? { type: "data", data: end.output ?? null } : { type: "error", error: end.error };
  const isAwaited = await settleStep(tx, runId, { id: stepId, operation: "InvokeFunction" }, state);
  if (!isAwaited) return;
  await tx.query("DELETE FROM inngest.job WHERE run_id = $1 AND dedupe_key = $2", [runId, `timer:${stepId}`]);
  await proceed(tx, runId, stepId);
}

async function announce(
  ctx: RunnerContext,
  tx: Sql,
  ended: { runId: string; run: EndedRun; end: RunEnd },
): Promise<void> {
  const { runId, run, end } = ended;
  const [event] = run.events;
  if (announcesRuns(event.name)) return;
  const data = {
    function_id: run.function_id,
    run_id: runId,
    event,
    events: run.events,
    ...(end.status === "completed" ? { result: end.output ?? null } : { error: end.error }),
    _inngest: { status: end.status },
  };
  const facts = [{ id: `${runId}.finished`, name: internalEvents.finished as string, data }];
  if (end.status !== "completed") facts.push({ id: `${runId}.${end.status}`, name: internalEvents[end.status], data });
  const wanted = facts.filter(({ name }) => ctx.registry.listeners(name).starts.length > 0);
  await insertEvents(tx, wanted);
}
