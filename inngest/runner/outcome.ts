import type { Reply } from "./call";
import type { ClaimedJob } from "./claim";
import type { RunnerContext } from "./context";
import { type Sql, transaction } from "./database";
import { retryAfterMs } from "./durations";
import { endRun, failure } from "./finalize";
import { maxAttempts } from "./function-config";
import { findBrokenLimit } from "./limits";
import { applyOperations } from "./operations";
import { announcesRuns, internalEvents, type Operation, toErrorBody } from "./protocol";
import { settleStep } from "./steps";

/**
 * Writes down what a call came to and what follows from it, in one transaction. A reply of an older generation, or for a
 * run that has ended meanwhile, changes nothing.
 */
export async function applyReply(ctx: RunnerContext, job: ClaimedJob, reply: Reply): Promise<void> {
  const operations = readOperations(reply);
  const [only] = operations;
  if (operations.length === 1 && only?.op === "RunComplete" && endsQuietly(ctx, job)) {
    await completeQuietly(ctx, job, only.data);
    return;
  }
  await transaction(ctx.pool, async (tx) => {
    const held = await lockHeldJob(tx, job);
    if (!held) return;
    const isLast = reply.isFinal || held.attempt + 1 >= maxAttempts(ctx.registry.get(job.function_id));
    if (reply.status !== 200 && reply.status !== 206) {
      const error = toErrorBody(reply.body ?? { message: `HTTP ${reply.status}` });
      if (isLast) await endRun(ctx, tx, job.run_id, { status: "failed", error });
      else await retryJob(ctx, tx, { job, held, reply, error });
      return;
    }
    const fresh = operations.filter(({ id }) => id !== job.target);
    const broken = findBrokenLimit(operations, held.steps - (operations.length - fresh.length));
    if (broken) {
      await endRun(ctx, tx, job.run_id, failure(broken, "LimitExceededError"));
      return;
    }
    const failing = operations.find(({ op }) => op === "StepError");
    if (failing && !isLast) {
      await settleFinished(tx, job, operations);
      await retryJob(ctx, tx, { job, held, reply, error: toErrorBody(failing.error) });
      return;
    }
    await tx.query("DELETE FROM inngest.job WHERE id = $1", [job.id]);
    await applyOperations(ctx, tx, { job, operations });
  });
}

/** 200 carries the return value itself, 206 a list of operations. */
function readOperations({ status, body }: Reply): Operation[] {
  if (status === 200) return [{ op: "RunComplete", id: "", data: body }];
  return status === 206 ? ([body].flat() as Operation[]) : [];
}

function endsQuietly(ctx: RunnerContext, job: ClaimedJob): boolean {
  const isHeard = ctx.registry.listeners(internalEvents.finished).starts.length > 0;
  return !job.has_parent && (!isHeard || announcesRuns(job.events[0].name));
}

/** Most runs end so: nobody waits for the result, one statement does it. */
async function completeQuietly(ctx: RunnerContext, job: ClaimedJob, output: unknown): Promise<void> {
  const text = `
    WITH ended AS (
      UPDATE inngest.run SET status = 'completed', output = $3, ended_at = now(), started_at = coalesce(started_at, now())
      WHERE id = $4 AND ended_at IS NULL AND EXISTS (SELECT 1 FROM inngest.job WHERE id = $1 AND generation = $2)
      RETURNING id
    )
    DELETE FROM inngest.job WHERE run_id IN (SELECT id FROM ended)`;
  const values = [job.id, job.generation, JSON.stringify(output ?? null), job.run_id];
  await ctx.pool.query({ name: "complete-run", text, values });
}

interface HeldJob {
  attempt: number;
  steps: number;
}

/** Locks the run, always before its jobs; null when the job is no longer ours. */
async function lockHeldJob(tx: Sql, job: ClaimedJob): Promise<HeldJob | null> {
  const { rows: open } = await tx.query(
    "UPDATE inngest.run SET started_at = coalesce(started_at, now()) WHERE id = $1 AND ended_at IS NULL RETURNING 1",
    [job.run_id],
  );
  if (!open.length) return null;
  const { rows } = await tx.query<HeldJob>(
    `SELECT attempt, (SELECT count(*)::integer FROM inngest.step WHERE run_id = $3) AS steps
     FROM inngest.job WHERE id = $1 AND generation = $2 AND owner IS NOT NULL`,
    [job.id, job.generation, job.run_id],
  );
  return rows[0] ?? null;
}

async function settleFinished(tx: Sql, job: ClaimedJob, operations: Operation[]): Promise<void> {
  for (const { op, id, displayName, data } of operations) {
    if (op !== "StepRun") continue;
    await settleStep(
      tx,
      job.run_id,
      { id, name: displayName ?? null, operation: op },
      { type: "data", data: data ?? null },
    );
  }
}

interface Retry {
  job: ClaimedJob;
  held: HeldJob;
  reply: Reply;
  error: unknown;
}

/** The same job again, one attempt older, after the function's own delay or the next one of the back-off table. */
async function retryJob({ settings }: RunnerContext, tx: Sql, { job, held, reply, error }: Retry): Promise<void> {
  const { backoffMs, jitterMs, maxRetryDelayMs } = settings;
  const wanted = reply.retryAfter
    ? retryAfterMs(reply.retryAfter, Date.now())
    : (backoffMs[Math.min(held.attempt, backoffMs.length - 1)] ?? 0) + Math.random() * jitterMs;
  await tx.query(
    `UPDATE inngest.job SET owner = NULL, leased_until = NULL, attempt = attempt + 1, crashes = 0, last_error = $3,
       due_at = now() + $2 * interval '1 millisecond', order_at = now() + $2 * interval '1 millisecond'
     WHERE id = $1`,
    [job.id, Math.min(wanted, maxRetryDelayMs), JSON.stringify(error)],
  );
}
