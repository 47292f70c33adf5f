import { Middleware, NonRetriableError, RetryAfterError, StepError } from "inngest";
import { withoutValues } from "@/server/core/database-error";
import { AppError, type ErrorCode } from "@/server/core/errors";

/** Functions set `retries: JOB_RETRIES`: after 1, 5 and 15 minutes, then the run has failed and is shown so. */
export const JOB_RETRIES = 3;
const RETRY_DELAYS = ["1m", "5m", "15m"];

/** Refusals that another attempt may well overcome: somebody else's trouble, or a race that was lost. */
const PASSING: ReadonlySet<ErrorCode> = new Set(["RATE_LIMITED", "VERSION_CONFLICT"]);

const DECIDED = [NonRetriableError, RetryAfterError, StepError];

interface Attempt {
  /** 0 for the first. */
  attempt: number;
  maxAttempts?: number | undefined;
}

/** Runs the work under the retry policy: a business refusal is final, a fault is tried again after 1, 5 and 15 minutes. */
export async function withRetryPolicy<T>(attempt: Attempt, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toRetryError(error, attempt);
  }
}

/**
 * What to throw instead, so that the executor does as the policy says. The last attempt keeps its own error, and a step
 * that has failed for good has had its attempts. It is logged and kept with the run, so no row's values are in it.
 */
export function toRetryError(thrown: unknown, { attempt, maxAttempts }: Attempt): unknown {
  if (DECIDED.some((kind) => thrown instanceof kind)) return thrown;
  const error = withoutValues(thrown);
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof AppError && isFinal(error)) return new NonRetriableError(message, { cause: error });
  if (maxAttempts !== undefined && attempt + 1 >= maxAttempts) return error;
  const delay = RETRY_DELAYS[Math.min(attempt, RETRY_DELAYS.length - 1)] ?? "15m";
  return new RetryAfterError(message, delay, { cause: error });
}

function isFinal(error: AppError): boolean {
  return error.status < 500 && !PASSING.has(error.code);
}

/** Puts every function and every step of it under the policy, so that none can forget it. */
export class RetryPolicy extends Middleware.BaseMiddleware {
  readonly id = "retry-policy";

  override wrapFunctionHandler({ ctx, next }: Middleware.WrapFunctionHandlerArgs): Promise<unknown> {
    return withRetryPolicy({ attempt: ctx.attempt, maxAttempts: ctx.maxAttempts }, next);
  }

  override wrapStepHandler({ ctx, next }: Middleware.WrapStepHandlerArgs): Promise<unknown> {
    return withRetryPolicy({ attempt: ctx.attempt, maxAttempts: ctx.maxAttempts }, next);
  }
}
