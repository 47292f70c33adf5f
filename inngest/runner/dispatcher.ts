import { callFunction, type Handler, type Reply } from "./call";
import type { ClaimedJob } from "./claim";
import type { RunnerContext } from "./context";
import { transaction } from "./database";
import { durationMs } from "./durations";
import { endRun, failure } from "./finalize";
import { MAX_CRASHES } from "./limits";
import { applyReply } from "./outcome";

export interface Dispatcher {
  /** How many more jobs it can take. */
  readonly free: number;
  readonly jobIds: string[];
  dispatch(job: ClaimedJob): void;
  /** Waits for the calls under way, but not longer than this. */
  drain(graceMs: number): Promise<void>;
}

interface DispatcherOptions {
  handler: Handler;
  signingKey: string;
  onDone: () => void;
}

const APPLY_ATTEMPTS = 10;
const APPLY_PAUSE_MS = 500;

/** Calls the functions of claimed jobs, as many at a time as the worker may. */
export function createDispatcher(ctx: RunnerContext, { handler, signingKey, onDone }: DispatcherOptions): Dispatcher {
  const inFlight = new Map<string, Promise<void>>();
  let isStopping = false;

  const carryOut = async (job: ClaimedJob) => {
    if (job.crashes >= MAX_CRASHES) return failPoisoned(ctx, job);
    await noteStart(ctx, job);
    const reply = await callFunction(ctx, { handler, signingKey }, job);
    await persist(job, reply);
  };
  /** The database may be away for a moment; a result that it can't store at all fails the run. */
  const persist = async (job: ClaimedJob, reply: Reply) => {
    let current = reply;
    for (let attempt = 1; attempt <= APPLY_ATTEMPTS; attempt++) {
      try {
        return await applyReply(ctx, job, current);
      } catch (error) {
        if (isStopping || attempt === APPLY_ATTEMPTS) throw error;
        if (isUnstorable(error)) current = unstorableReply(error);
        else await new Promise((resolve) => setTimeout(resolve, APPLY_PAUSE_MS));
      }
    }
  };

  return {
    get free() {
      return isStopping ? 0 : ctx.settings.concurrency - inFlight.size;
    },
    get jobIds() {
      return [...inFlight.keys()].map((key) => key.split(":")[0] ?? "");
    },
    dispatch(job) {
      const key = `${job.id}:${job.generation}`;
      const work = carryOut(job)
        .catch((error: Error) => ctx.log("a job could not be finished", { runId: job.run_id, error: error.message }))
        .finally(() => {
          inFlight.delete(key);
          onDone();
        });
      inFlight.set(key, work);
    },
    async drain(graceMs) {
      isStopping = true;
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, graceMs);
      });
      await Promise.race([Promise.all(inFlight.values()), patience]);
      clearTimeout(timer);
    },
  };
}

async function failPoisoned(ctx: RunnerContext, job: ClaimedJob): Promise<void> {
  const message = `the worker died ${job.crashes} times while it ran this`;
  await transaction(ctx.pool, (tx) => endRun(ctx, tx, job.run_id, failure(message, "WorkerCrashedError")));
}

/** From the first call on, `timeouts.finish` counts instead of `timeouts.start`. */
async function noteStart(ctx: RunnerContext, job: ClaimedJob): Promise<void> {
  const timeouts = ctx.registry.get(job.function_id)?.timeouts;
  if (!timeouts || job.started_at) return;
  await ctx.pool.query(
    `UPDATE inngest.run SET started_at = now(), deadline_at = now() + $2 * interval '1 millisecond'
     WHERE id = $1 AND started_at IS NULL`,
    [job.run_id, timeouts.finish ? durationMs(timeouts.finish) : null],
  );
}

/** SQLSTATE class 22 (data exception: a NUL character in a text) and 54 (a limit of the database). */
function isUnstorable(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" && /^(22|54)/.test(code);
}

function unstorableReply(error: unknown): Reply {
  const message = `the result can't be stored: ${error instanceof Error ? error.message : String(error)}`;
  return { status: 400, body: { name: "UnstorableResultError", message }, isFinal: true, retryAfter: null };
}
