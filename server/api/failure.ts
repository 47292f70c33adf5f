import { ZodError } from "zod";
import { framesOf, isDatabaseError, postgresCode } from "@/server/core/database-error";
import { AppError, type ErrorCode } from "@/server/core/errors";
import { log } from "@/server/core/log";

export interface FieldError {
  field: string;
  /** A key of `errors.fields`. */
  problem: string;
}

/** What a door may say about an error, before it is put into a language. */
export interface Failure {
  code: ErrorCode;
  reason: string;
  details?: Record<string, unknown>;
  fields?: FieldError[];
}

/** Translates whatever was thrown: refusals and bad input as they are, everything else as INTERNAL, logged with its request. */
export function toFailure(error: unknown, requestId: string): Failure {
  if (error instanceof AppError) {
    const { code, reason, details } = error;
    return details ? { code, reason, details } : { code, reason };
  }
  if (error instanceof ZodError) return { code: "VALIDATION_ERROR", reason: "invalid_input", fields: toFields(error) };
  log("app").error({ requestId, fault: describeFault(error) }, "unexpected error");
  return { code: "INTERNAL", reason: "unexpected" };
}

/** A reason of our own schemas, beside the library's sentences. */
const OWN_REASON = /^[a-z]+(_[a-z]+)+$/;

function toFields(error: ZodError): FieldError[] {
  return error.issues.slice(0, 50).map((issue) => {
    const isOwn = issue.code === "custom" || OWN_REASON.test(issue.message);
    const problem = isOwn ? issue.message : issue.code;
    return { field: issue.path.map(String).join("."), problem };
  });
}

/** A database error's own message carries row values, so only its codes and the place are logged. */
export function describeFault(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const text = isDatabaseError(error)
    ? { prisma: (error as { code?: unknown }).code, postgres: postgresCode(error) }
    : { message: error.message };
  const frames = framesOf(error);
  return { name: error.name, ...text, at: frames.slice(0, 12).map((line) => line.trim()) };
}
