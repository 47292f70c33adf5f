import { ulid } from "ulid";
import type { RunnerContext } from "./context";
import type { Sql } from "./database";
import { durationMs } from "./durations";
import { evaluate, evaluateKey } from "./expressions";
import { CANCELLED, endRun } from "./finalize";
import { holdForBatch, holdForDebounce, nextThrottledStart, passesRateLimit } from "./flow-control";
import type { FunctionConfig } from "./function-config";
import type { EventBody } from "./protocol";

export interface Start {
  config: FunctionConfig;
  events: [EventBody, ...EventBody[]];
  /** Who asks. Only an event (or the clock) is debounced, batched or dropped; invoking and replaying always starts. */
  cause: "event" | "collected" | "invoke" | "replay";
  parent?: { runId: string; stepId: string };
  runId?: string;
  replayOf?: string;
}

/** Creates the runs that the functions' flow control lets through, each with its first job. */
export async function startRuns(ctx: RunnerContext, tx: Sql, starts: Start[]): Promise<void> {
  let rows: RunRow[] = [];
  for (const asked of starts) {
    const start = asked.cause === "event" ? await admit(tx, asked) : asked;
    if (!start) continue;
    const row = await toRow(tx, start);
    if (row.singleton_key && start.config.singleton?.mode === "cancel") {
      await insertRuns(tx, rows);
      rows = [];
      await cancelSingleton(ctx, tx, row.singleton_key);
    }
    rows.push(row);
  }
  await insertRuns(tx, rows);
}

/** The run to start for an event: null when it is dropped or held back, one with all events when a batch is full. */
async function admit(tx: Sql, start: Start): Promise<Start | null> {
  const { config, events } = start;
  const [event] = events;
  const batch = await holdForBatch(tx, config, event);
  if (batch === "held") return null;
  if (batch !== "not batched") return { ...start, events: batch as Start["events"], cause: "collected" };
  if (!(await passesRateLimit(tx, config, event))) return null;
  return (await holdForDebounce(tx, config, event)) ? null : start;
}

interface RunRow {
  id: string;
  function_id: string;
  events: EventBody[];
  concurrency_keys: string[];
  concurrency_limits: number[];
  priority_seconds: number;
  idempotency_key: string | null;
  singleton_key: string | null;
  parent_run_id: string | null;
  parent_step_id: string | null;
  replay_of: string | null;
  due_at: Date | null;
  start_timeout_ms: number | null;
}

async function toRow(tx: Sql, start: Start): Promise<RunRow> {
  const { config, events, cause, parent } = start;
  const [event] = events;
  const { idempotency, singleton, timeouts } = config;
  const isTriggered = cause === "event" || cause === "collected";
  const slots = concurrencyOf(config, event);
  return {
    id: start.runId ?? ulid(),
    function_id: config.id,
    events,
    concurrency_keys: slots.map(({ key }) => key),
    concurrency_limits: slots.map(({ limit }) => limit),
    priority_seconds: priorityOf(config, event),
    idempotency_key: isTriggered && idempotency ? `${config.id}:${evaluateKey(idempotency, event)}` : null,
    singleton_key: isTriggered && singleton ? `${config.id}:${evaluateKey(singleton.key, event)}` : null,
    parent_run_id: parent?.runId ?? null,
    parent_step_id: parent?.stepId ?? null,
    replay_of: start.replayOf ?? null,
    due_at: await nextThrottledStart(tx, config, event),
    start_timeout_ms: timeouts?.start ? durationMs(timeouts.start) : null,
  };
}

/** Limits of scope env or account are shared by every function with the same key expression. */
function concurrencyOf(config: FunctionConfig, event: EventBody): { key: string; limit: number }[] {
  return config.concurrency
    .map(({ limit, key, scope }, at) => {
      const owner = scope && scope !== "fn" ? `${scope}|${key}` : `${config.id}|${at}`;
      return { key: `${owner}|${evaluateKey(key, event)}`, limit };
    })
    .filter(({ limit }) => limit > 0);
}

function priorityOf(config: FunctionConfig, event: EventBody): number {
  const wanted = config.priority?.run ? Number(evaluate(config.priority.run, { event })) : 0;
  return Number.isFinite(wanted) ? Math.max(-600, Math.min(600, Math.trunc(wanted))) : 0;
}

async function cancelSingleton(ctx: RunnerContext, tx: Sql, key: string): Promise<void> {
  const { rows } = await tx.query<{ id: string }>(
    "SELECT id FROM inngest.run WHERE singleton_key = $1 AND ended_at IS NULL",
    [key],
  );
  for (const { id } of rows) await endRun(ctx, tx, id, CANCELLED);
}

const INSERT = `
  WITH fresh AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS one(id text, function_id text, events jsonb, concurrency_keys text[],
      concurrency_limits integer[], priority_seconds integer, idempotency_key text, singleton_key text,
      parent_run_id text, parent_step_id text, replay_of text, due_at timestamptz, start_timeout_ms double precision)
  ), stored AS (
    INSERT INTO inngest.run (id, function_id, events, concurrency_keys, concurrency_limits, priority_seconds,
      idempotency_key, singleton_key, parent_run_id, parent_step_id, replay_of, deadline_at)
    SELECT id, function_id, events, concurrency_keys, concurrency_limits, priority_seconds, idempotency_key,
      singleton_key, parent_run_id, parent_step_id, replay_of, now() + start_timeout_ms * interval '1 millisecond'
    FROM fresh
    ON CONFLICT DO NOTHING
    RETURNING id
  )
  INSERT INTO inngest.job (run_id, dedupe_key, due_at, order_at, concurrency_keys, concurrency_limits)
  SELECT id, 'start', coalesce(due_at, now()), coalesce(due_at, now()) - priority_seconds * interval '1 second',
    concurrency_keys, concurrency_limits
  FROM fresh JOIN stored USING (id)`;

/** A key that is taken (idempotency, singleton) leaves the run out: the database decides, so two workers can't disagree. */
async function insertRuns(tx: Sql, rows: RunRow[]): Promise<void> {
  if (!rows.length) return;
  const keys = rows.flatMap((row) => row.idempotency_key ?? []);
  if (keys.length) {
    await tx.query(
      `UPDATE inngest.run SET idempotency_key = NULL
       WHERE idempotency_key = ANY($1) AND created_at < now() - interval '24 hours'`,
      [keys],
    );
  }
  await tx.query({ name: "insert-runs", text: INSERT, values: [JSON.stringify(rows)] });
}
