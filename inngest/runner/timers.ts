import type { RunnerContext } from "./context";
import { transaction } from "./database";
import type { StepState } from "./protocol";
import { proceed, settleStep } from "./steps";

interface DueTimer {
  id: string;
  run_id: string;
  timer: { stepId: string; state: StepState };
}

/** Ends the sleeps and waits whose time has come. Returns how many. */
export async function fireTimers(ctx: RunnerContext): Promise<number> {
  const { rowCount: waiting } = await ctx.pool.query(
    "SELECT 1 FROM inngest.job WHERE timer IS NOT NULL AND due_at <= now() LIMIT 1",
  );
  if (!waiting) return 0;
  return transaction(ctx.pool, async (tx) => {
    const { rows } = await tx.query<DueTimer>(
      `SELECT job.id, job.run_id, job.timer FROM inngest.job JOIN inngest.run ON run.id = job.run_id
       WHERE job.timer IS NOT NULL AND job.due_at <= now()
       ORDER BY job.due_at, job.id LIMIT 100 FOR NO KEY UPDATE OF run SKIP LOCKED`,
    );
    for (const { run_id, timer } of rows) {
      if (await settleStep(tx, run_id, { id: timer.stepId }, timer.state)) await proceed(tx, run_id, timer.stepId);
    }
    await tx.query("DELETE FROM inngest.job WHERE id = ANY($1)", [rows.map(({ id }) => id)]);
    return rows.length;
  });
}
