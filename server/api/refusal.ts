import { TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import { ERROR_STATUS, type ErrorCode } from "@/server/core/errors";
import { type Failure, toFailure } from "./failure";

/** Carries what may be said about a refused call through tRPC's own error. */
class RefusedCall extends Error {
  constructor(readonly failure: Failure) {
    super(failure.reason);
  }
}

type TrpcCode = TRPCError["code"];
const CODE_BY_STATUS: Record<number, TrpcCode> = {
  400: "BAD_REQUEST",
  401: "UNAUTHORIZED",
  402: "PAYMENT_REQUIRED",
  403: "FORBIDDEN",
  404: "NOT_FOUND",
  409: "CONFLICT",
  412: "PRECONDITION_FAILED",
  413: "PAYLOAD_TOO_LARGE",
  422: "UNPROCESSABLE_CONTENT",
  429: "TOO_MANY_REQUESTS",
  503: "SERVICE_UNAVAILABLE",
};
/** tRPC knows neither 410 nor 423: the nearest of its own; the answer's data carries our code. */
const NEAREST: Partial<Record<ErrorCode, TrpcCode>> = { HOLD_EXPIRED: "CONFLICT", ACCOUNT_LOCKED: "FORBIDDEN" };

const trpcCode = (code: ErrorCode): TrpcCode =>
  NEAREST[code] ?? CODE_BY_STATUS[ERROR_STATUS[code]] ?? "INTERNAL_SERVER_ERROR";

/** Translates an error once; what was translated before stays as it is. */
export function refuse(error: unknown, requestId: string): TRPCError {
  const failure = failureOf(error, requestId);
  return new TRPCError({ code: trpcCode(failure.code), message: failure.reason, cause: new RefusedCall(failure) });
}

/** What a call's error says; tRPC's own are bad input, an unknown procedure, a wrong method or an unreadable body. */
export function failureOf(error: unknown, requestId: string): Failure {
  if (!(error instanceof TRPCError)) return toFailure(error, requestId);
  const { cause, code } = error;
  if (cause instanceof RefusedCall) return cause.failure;
  if (code === "INTERNAL_SERVER_ERROR") return toFailure(inner(cause ?? error), requestId);
  if (code === "BAD_REQUEST" && cause instanceof ZodError) return toFailure(cause, requestId);
  if (code === "NOT_FOUND") return { code: "NOT_FOUND", reason: "procedure_not_found" };
  return { code: "VALIDATION_ERROR", reason: "invalid_request" };
}

/** An answer that does not match its own schema is our fault, not the caller's. */
function inner(cause: Error): Error {
  return cause instanceof ZodError ? new Error(`output does not match its schema: ${cause.message}`) : cause;
}
