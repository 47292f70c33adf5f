import type { Sql } from "./database";
import type { StepState } from "./protocol";

interface StepName {
  id: string;
  name?: string | null;
  operation?: string;
}

const SETTLE = `
  INSERT INTO inngest.step AS step (run_id, id, name, operation, state, settlement, settled_at)
  VALUES ($1, $2, $3, $4, $5, nextval('inngest.settlement'), now())
  ON CONFLICT (run_id, id) DO UPDATE
    SET state = excluded.state, settlement = excluded.settlement, settled_at = excluded.settled_at
    WHERE step.state IS NULL`;

/** Stores a step's result once and for ever; false when somebody was first, and then nothing more may follow from it. */
export async function settleStep(tx: Sql, runId: string, step: StepName, state: StepState): Promise<boolean> {
  const values = [runId, step.id, step.name ?? null, step.operation ?? "StepRun", JSON.stringify(state)];
  const { rowCount } = await tx.query({ name: "settle-step", text: SETTLE, values });
  return rowCount === 1;
}

interface OpenStep extends StepName {
  isParallel: boolean;
  isRace: boolean;
  waitEvent?: string;
  waitExpression?: string;
}

/** Notes a step whose result comes later; false when it is known already. */
export async function openStep(tx: Sql, runId: string, step: OpenStep): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO inngest.step (run_id, id, name, operation, is_parallel, is_race, wait_event, wait_expression)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
    [
      runId,
      step.id,
      step.name ?? null,
      step.operation ?? "StepPlanned",
      step.isParallel,
      step.isRace,
      step.waitEvent ?? null,
      step.waitExpression ?? null,
    ],
  );
  return rowCount === 1;
}

interface NewJob {
  dedupeKey: string;
  /** The planned step to run; without it the function is called to see what comes next. */
  target?: string;
  dueAt?: Date;
  /** Settles a step when due instead of calling the function. */
  timer?: { stepId: string; state: StepState };
}

const ENQUEUE = `
  INSERT INTO inngest.job (run_id, dedupe_key, target, due_at, order_at, timer, concurrency_keys, concurrency_limits)
  SELECT id, $2, $3, coalesce($4, now()), coalesce($4, now()) - priority_seconds * interval '1 second', $5,
    concurrency_keys, concurrency_limits
  FROM inngest.run WHERE id = $1
  ON CONFLICT DO NOTHING`;

export async function enqueue(tx: Sql, runId: string, job: NewJob): Promise<void> {
  const timer = job.timer ? JSON.stringify(job.timer) : null;
  const values = [runId, job.dedupeKey, job.target ?? "step", job.dueAt ?? null, timer];
  await tx.query({ name: "enqueue", text: ENQUEUE, values });
}

/**
 * After a step has settled: calls the function again, unless siblings of its parallel batch are still open.
 * The caller holds the run's row, so that siblings which settle together count each other correctly.
 */
export async function proceed(tx: Sql, runId: string, stepId: string): Promise<void> {
  const { rowCount } = await tx.query(
    `SELECT 1 FROM inngest.step AS me
     JOIN inngest.step AS sibling ON sibling.run_id = me.run_id AND sibling.is_parallel AND sibling.state IS NULL
     WHERE me.run_id = $1 AND me.id = $2 AND me.is_parallel AND NOT me.is_race LIMIT 1`,
    [runId, stepId],
  );
  if (rowCount) return;
  await tx.query("UPDATE inngest.run SET plan_only = false WHERE id = $1 AND plan_only", [runId]);
  await enqueue(tx, runId, { dedupeKey: `after:${stepId}` });
}
