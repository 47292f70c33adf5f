import { z } from "zod";
import type { Quota } from "../rules/allowance";
import type { CalcomErrorKind } from "../schema";

interface Facts {
  kind: CalcomErrorKind;
  message: string;
  status?: number | null;
  requestId?: string | null;
  retryAfterSeconds?: number | null;
  mayStillRun?: boolean;
}

/** A call that did not do what was asked, with the provider's own words. */
export class CalcomError extends Error {
  readonly kind: CalcomErrorKind;
  /** Null when there was no answer. */
  readonly status: number | null;
  readonly requestId: string | null;
  readonly retryAfterSeconds: number | null;
  /** We gave up waiting: over there the work may be going on. */
  readonly mayStillRun: boolean;

  constructor({ kind, message, status, requestId, retryAfterSeconds, mayStillRun }: Facts, options?: ErrorOptions) {
    super(message, options);
    this.name = "CalcomError";
    this.kind = kind;
    this.status = status ?? null;
    this.requestId = requestId ?? null;
    this.retryAfterSeconds = retryAfterSeconds ?? null;
    this.mayStillRun = mayStillRun ?? false;
  }
}

const ABOUT_ALL = ["rate_limited", "unauthorised", "fault", "unknown_result"];

/** It says something of the one thing that was asked for; the next one may well be answered. */
export const isAboutOne = (error: unknown): error is CalcomError =>
  error instanceof CalcomError && !ABOUT_ALL.includes(error.kind);

/** Errors come in three shapes: with details, without, and bare. Validation hides the reason in the details. */
const errorBody = z.looseObject({
  message: z.unknown().optional(),
  error: z
    .looseObject({ message: z.unknown().optional(), details: z.unknown().optional() })
    .optional()
    .catch(undefined),
});
const validation = z.looseObject({
  errors: z.array(
    z.looseObject({ property: z.string().optional(), constraints: z.record(z.string(), z.string()).optional() }),
  ),
});

/** The error that an answer stands for. A bucket's reset is in seconds from now. */
export function readError({ status, headers, body }: { status: number; headers: Headers; body: unknown }): CalcomError {
  const message = messageOf(body) ?? `HTTP ${status}`;
  return new CalcomError({
    kind: kindOf(status, message),
    message,
    status,
    requestId: headers.get("x-request-id"),
    retryAfterSeconds: status === 429 ? retryAfterOf(headers) : null,
  });
}

function messageOf(body: unknown): string | null {
  const parsed = errorBody.safeParse(body);
  if (!parsed.success) return null;
  const { error, message } = parsed.data;
  const invalid = validation.safeParse(error?.details);
  if (invalid.success) {
    const reasons = invalid.data.errors.flatMap(({ property, constraints }) =>
      Object.values(constraints ?? {}).map((reason) => (property ? `${property}: ${reason}` : reason)),
    );
    if (reasons.length > 0) return reasons.join("; ");
  }
  return textOf(error?.message) ?? textOf(message);
}

const textOf = (value: unknown): string | null =>
  Array.isArray(value) ? value.join("; ") : typeof value === "string" && value !== "" ? value : null;

/** There is no machine code for a taken slot or a booking that has ended: the words decide. */
function kindOf(status: number, message: string): CalcomErrorKind {
  if (status === 429) return "rate_limited";
  if (status >= 500 || status === 408) return "fault";
  if (status === 401) return "unauthorised";
  if (status === 404) return "gone";
  if (status === 409 && !/already been/i.test(message)) return "taken";
  if (/already has booking at this time|is not available/i.test(message)) return "taken";
  if (/already been cancell?ed|has been (cancelled|rejected)|rescheduled already/i.test(message))
    return "already_cancelled";
  return "refused";
}

/** The block lasts a minute where nothing else is said. */
function retryAfterOf(headers: Headers): number {
  const told = Number(headers.get("retry-after"));
  return told > 0 ? told : (quotaOf(headers)?.resetSeconds ?? 60);
}

/** What is left in the fullest-used of the named buckets. */
export function quotaOf(headers: Headers): Quota | null {
  const quotas = [...headers].flatMap(([name, value]) => {
    const bucket = /^x-ratelimit-remaining-(.+)$/i.exec(name)?.[1];
    if (!bucket) return [];
    const resetSeconds = Number(headers.get(`x-ratelimit-reset-${bucket}`) ?? 60);
    const limit = Number(headers.get(`x-ratelimit-limit-${bucket}`)) || null;
    return [{ limit, remaining: Number(value), resetSeconds: Math.max(1, resetSeconds || 60) }];
  });
  return quotas.sort((a, b) => a.remaining - b.remaining)[0] ?? null;
}
