import type { RunnerContext } from "./context";
import { transaction } from "./database";
import { endRun, failure } from "./finalize";
import { findBrokenLimit } from "./limits";
import type { Operation } from "./protocol";

/** Body of `POST /v1/checkpoint/{runId}/async`. */
export interface CheckpointBody {
  qi_id: string;
  generation_id: number;
  steps: Operation[];
}

const STORE = `
  WITH mine AS (
    UPDATE inngest.job SET attempt = 0, crashes = 0, last_error = NULL
    WHERE id = $1 AND generation = $2 AND run_id = $3 AND owner IS NOT NULL
    RETURNING run_id
  ), stored AS (
    INSERT INTO inngest.step AS step (run_id, id, name, operation, state, settlement, settled_at)
    SELECT mine.run_id, one.id, one.name, 'StepRun', one.state, nextval('inngest.settlement'), now()
    FROM mine, jsonb_to_recordset($4::jsonb) AS one(id text, name text, state jsonb)
    ON CONFLICT (run_id, id) DO UPDATE
      SET state = excluded.state, settlement = excluded.settlement, settled_at = excluded.settled_at
      WHERE step.state IS NULL
  )
  SELECT (SELECT count(*)::integer FROM inngest.step WHERE run_id = $3) AS steps_before FROM mine`;

/**
 * Saves steps that the SDK has run within one call. False when the call is not the job's current one: the SDK then stops
 * at once, so that a worker that was taken for dead does nothing more.
 */
export async function saveCheckpoint(ctx: RunnerContext, runId: string, body: CheckpointBody): Promise<boolean> {
  const finished = body.steps.filter(({ op }) => op === "StepRun" || op === "Step");
  const tooLarge = findBrokenLimit(finished, 0);
  if (tooLarge) return breakOff(ctx, { runId, body, reason: tooLarge });
  const rows = finished.map(({ id, displayName, data }) => ({
    id,
    name: displayName ?? null,
    state: { type: "data", data: data ?? null },
  }));
  const values = [body.qi_id, body.generation_id, runId, JSON.stringify(rows)];
  const stored = await ctx.pool.query<{ steps_before: number }>({ name: "checkpoint", text: STORE, values });
  const [mine] = stored.rows;
  if (!mine) return false;
  const tooMany = findBrokenLimit(finished, mine.steps_before);
  return tooMany ? breakOff(ctx, { runId, body, reason: tooMany }) : true;
}

interface Break {
  runId: string;
  body: CheckpointBody;
  reason: string;
}

async function breakOff(ctx: RunnerContext, { runId, body, reason }: Break): Promise<false> {
  await transaction(ctx.pool, async (tx) => {
    await tx.query("SELECT 1 FROM inngest.run WHERE id = $1 FOR NO KEY UPDATE", [runId]);
    const { rowCount } = await tx.query(
      "SELECT 1 FROM inngest.job WHERE id = $1 AND generation = $2 AND owner IS NOT NULL",
      [body.qi_id, body.generation_id],
    );
    if (rowCount) await endRun(ctx, tx, runId, failure(reason, "LimitExceededError"));
  });
  return false;
}
