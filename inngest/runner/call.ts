import canonicalize from "canonicalize";
import { ulid } from "ulid";
import type { ClaimedJob } from "./claim";
import type { RunnerContext } from "./context";
import { type FunctionConfig, maxAttempts } from "./function-config";
import { MAX_STATE_BYTES } from "./limits";
import { toErrorBody } from "./protocol";
import { signRequest } from "./signature";

/** The unmodified `serve()` handler, called in process. */
export type Handler = (request: Request) => Promise<Response>;

/** What a call of the function came to; `status` 0 when it never answered. */
export interface Reply {
  status: number;
  body: unknown;
  isFinal: boolean;
  retryAfter: string | null;
}

export const EMBEDDED_HOST = "embedded.invalid";
export const EMBEDDED_URL = `http://${EMBEDDED_HOST}/api/inngest`;

interface Caller {
  handler: Handler;
  signingKey: string;
}

/** Calls the function once, as the Inngest server would. Never throws: what goes wrong is a reply that can be retried. */
export async function callFunction(ctx: RunnerContext, caller: Caller, job: ClaimedJob): Promise<Reply> {
  const config = ctx.registry.get(job.function_id);
  if (!config) return fault(`function ${job.function_id} is not registered`);
  const body = callBody(job, config);
  if (body.length > MAX_STATE_BYTES) return { ...fault("the state of the run is larger than 32 MB"), isFinal: true };
  const call = caller.handler(buildRequest(job, body, caller.signingKey)).then(readReply);
  return withTimeout(call, ctx.settings.callTimeoutMs).catch((error: unknown) => ({
    ...fault(""),
    body: toErrorBody(error),
  }));
}

function fault(message: string): Reply {
  return { status: 0, body: { name: "Error", message }, isFinal: false, retryAfter: null };
}

function callBody(job: ClaimedJob, config: FunctionConfig): string {
  const stack = job.steps.map(([id]) => id);
  const body = {
    version: 2,
    event: job.events[0],
    events: job.events,
    steps: Object.fromEntries(job.steps),
    defers: {},
    ctx: {
      run_id: job.run_id,
      // Sending fn_id and qi_id is what turns checkpointing on.
      fn_id: job.function_id,
      qi_id: job.id,
      generation_id: job.generation,
      attempt: job.attempt,
      max_attempts: maxAttempts(config),
      disable_immediate_execution: job.plan_only,
      use_api: false,
      stack: { stack, current: stack.length },
    },
  };
  return canonicalize(body) ?? "";
}

function buildRequest(job: ClaimedJob, body: string, signingKey: string): Request {
  const query = new URLSearchParams({ fnId: job.function_id, stepId: job.target });
  return new Request(`${EMBEDDED_URL}?${query}`, {
    method: "POST",
    body,
    headers: {
      // A Request made in process has no host of its own, and the SDK builds its URL from it.
      host: EMBEDDED_HOST,
      "content-type": "application/json",
      "x-inngest-signature": signRequest(body, { signingKey, now: Date.now() }),
      "x-inngest-generation-id": String(job.generation),
      "x-inngest-job-id": job.id,
      "x-inngest-server-kind": "cloud",
      "x-request-id": ulid(),
    },
  });
}

async function readReply(response: Response): Promise<Reply> {
  const text = await response.text();
  return {
    status: response.status,
    body: text ? JSON.parse(text) : null,
    isFinal: response.headers.get("x-inngest-no-retry") === "true",
    retryAfter: response.headers.get("retry-after"),
  };
}

/** The work itself can't be stopped; its later results meet the fence. */
async function withTimeout<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the call took longer than ${ms / 1000} s`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
