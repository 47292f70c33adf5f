/** The wire format between the SDK (inngest 4) and whoever executes its functions, as far as the runner speaks it. */

export interface EventBody {
  id: string;
  name: string;
  ts: number;
  data: Record<string, unknown>;
  [field: string]: unknown;
}

export interface ErrorBody {
  name: string;
  message: string;
  stack?: string;
  cause?: unknown;
}

/** What a settled step replays as: its value, or the error it threw. */
export type StepState = { type: "data"; data: unknown } | { type: "error"; error: ErrorBody };

export const NOTHING: StepState = { type: "data", data: null };

export interface Operation {
  op: string;
  id: string;
  name?: string;
  displayName?: string;
  data?: unknown;
  error?: Partial<ErrorBody>;
  opts?: OperationOptions;
}

interface OperationOptions {
  parallelMode?: string;
  duration?: string;
  event?: string;
  if?: string;
  timeout?: string;
  function_id?: string;
  payload?: { data?: Record<string, unknown> };
}

export type RunStatus = "running" | "completed" | "failed" | "cancelled";

/** An error as it may be stored and replayed: what a step throws need not be an `Error`. */
export function toErrorBody(thrown: unknown): ErrorBody {
  if (typeof thrown !== "object" || thrown === null) return { name: "Error", message: String(thrown) };
  const { name, message, stack, cause } = thrown as Partial<ErrorBody>;
  return {
    name: name || "Error",
    message: message ?? "Unknown error",
    ...(stack ? { stack } : {}),
    ...(cause === undefined ? {} : { cause }),
  };
}

export const internalEvents = {
  invoked: "inngest/function.invoked",
  finished: "inngest/function.finished",
  failed: "inngest/function.failed",
  cancelled: "inngest/function.cancelled",
  timer: "inngest/scheduled.timer",
} as const;

/** Runs started by these don't announce their own end: a failing failure handler would go on for ever. */
export function announcesRuns(eventName: string): boolean {
  const { finished, failed, cancelled } = internalEvents;
  return eventName === finished || eventName === failed || eventName === cancelled;
}
