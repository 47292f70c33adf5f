import { ulid } from "ulid";
import type { Sql } from "./database";
import { insertEvents } from "./events";
import type { ErrorBody, EventBody, RunStatus, StepState } from "./protocol";
import { requestEvents } from "./requests";

export interface RunSummary {
  id: string;
  functionId: string;
  status: RunStatus;
  eventName: string;
  createdAt: Date;
  endedAt: Date | null;
  replayOf: string | null;
}

export interface RunFilter {
  status?: RunStatus;
  functionId?: string;
  /** Runs older than this one: the next page. */
  before?: { createdAt: Date; id: string };
  limit?: number;
}

const SUMMARY = `id, function_id AS "functionId", status, events -> 0 ->> 'name' AS "eventName",
  created_at AS "createdAt", ended_at AS "endedAt", replay_of AS "replayOf"`;

/** The newest runs first. */
export async function listRuns(db: Sql, filter: RunFilter = {}): Promise<RunSummary[]> {
  const { status, functionId, before, limit = 50 } = filter;
  const { rows } = await db.query<RunSummary>(
    `SELECT ${SUMMARY} FROM inngest.run
     WHERE ($1::text IS NULL OR status = $1) AND ($2::text IS NULL OR function_id = $2)
       AND ($3::timestamptz IS NULL OR (created_at, id) < ($3, $4))
     ORDER BY created_at DESC, id DESC LIMIT $5`,
    [status ?? null, functionId ?? null, before?.createdAt ?? null, before?.id ?? null, limit],
  );
  return rows;
}

export interface RunStep {
  id: string;
  name: string | null;
  operation: string;
  /** Null while it is awaited. */
  state: StepState | null;
  createdAt: Date;
  settledAt: Date | null;
}

export interface RunDetails extends RunSummary {
  events: EventBody[];
  output: unknown;
  steps: RunStep[];
  /** What is to be done next, with the error that made it wait. */
  jobs: { dueAt: Date; attempt: number; lastError: ErrorBody | null; isRunning: boolean }[];
}

/** A run with its events, steps and error; null when there is none of that id (any more). */
export async function findRun(db: Sql, runId: string): Promise<RunDetails | null> {
  const { rows } = await db.query<RunDetails>(`SELECT ${SUMMARY}, events, output FROM inngest.run WHERE id = $1`, [
    runId,
  ]);
  if (!rows[0]) return null;
  const steps = await db.query<RunStep>(
    `SELECT id, name, operation, state, created_at AS "createdAt", settled_at AS "settledAt"
     FROM inngest.step WHERE run_id = $1 ORDER BY settlement NULLS LAST, created_at, id`,
    [runId],
  );
  const jobs = await db.query<RunDetails["jobs"][number]>(
    `SELECT due_at AS "dueAt", attempt, last_error AS "lastError", owner IS NOT NULL AS "isRunning"
     FROM inngest.job WHERE run_id = $1 ORDER BY due_at, id`,
    [runId],
  );
  return { ...rows[0], steps: steps.rows, jobs: jobs.rows };
}

/** Asks the runner to cancel a run; nothing happens to one that has ended. */
export async function requestCancel(db: Sql, runId: string): Promise<void> {
  await insertEvents(db, [{ name: requestEvents.cancel, data: { runId } }]);
}

/** Asks the runner to start the function again with the same events; hands back the id that the new run will have. */
export async function requestReplay(db: Sql, runId: string): Promise<string> {
  const newRunId = ulid();
  await insertEvents(db, [{ name: requestEvents.replay, data: { runId, newRunId } }]);
  return newRunId;
}
