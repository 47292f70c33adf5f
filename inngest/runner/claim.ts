import type { RunnerContext } from "./context";
import { SHARED_LOCK, sharedLock, transaction, WORKER_LOCK } from "./database";
import type { EventBody, StepState } from "./protocol";

/** A job in this worker's hands, with all that a call needs. */
export interface ClaimedJob {
  id: string;
  run_id: string;
  target: string;
  attempt: number;
  generation: number;
  crashes: number;
  function_id: string;
  events: [EventBody, ...EventBody[]];
  plan_only: boolean;
  has_parent: boolean;
  started_at: Date | null;
  steps: [id: string, state: StepState][];
}

const CLAIM = `
  WITH alive AS MATERIALIZED (
    SELECT objid::bigint::integer AS worker FROM pg_locks
    WHERE locktype = 'advisory' AND classid = ${WORKER_LOCK} AND objsubid = 2 AND granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
  ), live AS MATERIALIZED (
    SELECT run_id, target, concurrency_keys FROM inngest.job
    WHERE owner IS NOT NULL AND leased_until > now() AND owner IN (SELECT worker FROM alive)
  ), used AS MATERIALIZED (
    SELECT key, count(*) AS taken FROM live, unnest(concurrency_keys) AS key GROUP BY key
  ), due AS MATERIALIZED (
    SELECT id, run_id, target, order_at, concurrency_keys, concurrency_limits FROM inngest.job
    WHERE timer IS NULL AND due_at <= now()
      AND (owner IS NULL OR leased_until <= now() OR owner NOT IN (SELECT worker FROM alive))
      AND NOT EXISTS (SELECT 1 FROM live WHERE live.run_id = job.run_id AND live.target = job.target)
      AND NOT EXISTS (SELECT 1 FROM unnest(concurrency_keys, concurrency_limits) AS slot(key, most)
                      JOIN used ON used.key = slot.key WHERE used.taken >= slot.most)
    ORDER BY order_at, id LIMIT 300
  ), single AS (
    SELECT DISTINCT ON (run_id, target) * FROM due ORDER BY run_id, target, order_at, id
  ), ranked AS (
    SELECT single.id, single.order_at, slot.key, slot.most,
      row_number() OVER (PARTITION BY slot.key ORDER BY single.order_at, single.id) AS place
    FROM single LEFT JOIN LATERAL unnest(concurrency_keys, concurrency_limits) AS slot(key, most) ON true
  ), pick AS (
    SELECT ranked.id FROM ranked LEFT JOIN used ON used.key = ranked.key
    GROUP BY ranked.id, ranked.order_at
    HAVING bool_and(ranked.key IS NULL OR coalesce(used.taken, 0) + ranked.place <= ranked.most)
    ORDER BY ranked.order_at, ranked.id LIMIT $2
  )
  UPDATE inngest.job SET crashes = crashes + (owner IS NOT NULL)::integer, owner = $1, generation = generation + 1,
    leased_until = now() + $3 * interval '1 millisecond'
  FROM pick, inngest.run
  WHERE job.id = pick.id AND run.id = job.run_id
  RETURNING job.id, job.run_id, job.target, job.attempt, job.generation, job.crashes,
    run.function_id, run.events, run.plan_only, run.parent_run_id IS NOT NULL AS has_parent, run.started_at,
    (SELECT coalesce(json_agg(json_build_array(step.id, step.state) ORDER BY step.settlement), '[]')
     FROM inngest.step WHERE step.run_id = job.run_id AND step.state IS NOT NULL) AS steps`;

/**
 * Takes up to `count` jobs that may run now. A job is free when nobody owns it, or its owner's lease has run out, or its
 * owner's session is gone. All workers claim one after the other (a short advisory lock, then a fresh snapshot), so a
 * concurrency key never has more jobs in work than its limit; keys at their limit don't block the queue's head.
 */
export async function claimJobs(
  ctx: RunnerContext,
  { workerId, count }: { workerId: number; count: number },
): Promise<ClaimedJob[]> {
  return transaction(ctx.pool, async (tx) => {
    await tx.query("SELECT pg_advisory_xact_lock($1, $2)", [SHARED_LOCK, sharedLock.claim]);
    const values = [workerId, count, ctx.settings.leaseMs];
    const { rows } = await tx.query<ClaimedJob>({ name: "claim-jobs", text: CLAIM, values });
    return rows;
  });
}

/** Renews the lease of jobs in work. */
export async function renewLeases(
  ctx: RunnerContext,
  { workerId, jobIds }: { workerId: number; jobIds: string[] },
): Promise<void> {
  if (!jobIds.length) return;
  await ctx.pool.query(
    "UPDATE inngest.job SET leased_until = now() + $3 * interval '1 millisecond' WHERE owner = $1 AND id = ANY($2)",
    [workerId, jobIds, ctx.settings.leaseMs],
  );
}

/** Gives back what a stopping worker has not finished: the next one takes it at once, and it counts as no crash. */
export async function releaseJobs(ctx: RunnerContext, workerId: number): Promise<void> {
  await ctx.pool.query("UPDATE inngest.job SET owner = NULL, leased_until = NULL WHERE owner = $1", [workerId]);
}
