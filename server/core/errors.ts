/** Every code a door may answer with, and its HTTP status (docs/decisions/0002-errors.md). */
export const ERROR_STATUS = {
  VALIDATION_ERROR: 400,
  UNAUTHENTICATED: 401,
  SIGNATURE_INVALID: 401,
  TWO_FACTOR_REQUIRED: 401,
  REAUTHENTICATION_REQUIRED: 401,
  INSUFFICIENT_BALANCE: 402,
  FORBIDDEN: 403,
  LIMIT_REACHED: 403,
  FEATURE_DISABLED: 403,
  NOT_FOUND: 404,
  APPOINTMENT_CONFLICT: 409,
  VERSION_CONFLICT: 409,
  INVALID_TRANSITION: 409,
  HOLD_EXPIRED: 410,
  PRECONDITION_FAILED: 412,
  PAYLOAD_TOO_LARGE: 413,
  POLICY_BLOCKED: 422,
  IDEMPOTENCY_MISMATCH: 422,
  ACCOUNT_LOCKED: 423,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  MAINTENANCE: 503,
  INTEGRATION_UNAVAILABLE: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** A refusal by a business rule: a stable code, and a reason that is also its message key (`errors.reasons.<reason>`). */
export interface Refusal {
  code: ErrorCode;
  reason: string;
  details?: Record<string, unknown>;
}

/** The one error that commands throw; each door translates it once. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly reason: string;
  readonly details: Record<string, unknown> | undefined;

  constructor({ code, reason, details }: Refusal, options?: { cause?: unknown }) {
    super(`${code}: ${reason}`, options);
    this.name = "AppError";
    this.code = code;
    this.reason = reason;
    this.details = details;
  }

  get status(): number {
    return ERROR_STATUS[this.code];
  }
}

export function notFound(what: string): AppError {
  return new AppError({ code: "NOT_FOUND", reason: `${what}_not_found` });
}

export interface ErrorBody {
  success: false;
  error: {
    code: ErrorCode;
    message: string;
    details?: Record<string, unknown>;
    errors?: { field: string; message: string }[];
    request_id: string;
  };
}
