import { AppError, ERROR_STATUS, type ErrorBody } from "@/server/core/errors";
import { requireShallow } from "@/server/core/json";
import { type Failure, toFailure } from "./failure";
import { localeOf } from "./locale";
import { fieldMessages, messageOf } from "./message";
import { visitorOf } from "./visitor";

const ids = new WeakMap<Request, string>();

/** The id of this request in every log line and answer: the caller's own if it is a sane one. */
export function requestId(request: Request): string {
  const id = ids.get(request) ?? visitorOf(request.headers).requestId;
  ids.set(request, id);
  return id;
}

/** The one error shape of every door, in the caller's language. */
export function errorResponse(error: unknown, request: Request): Response {
  return failureResponse(toFailure(error, requestId(request)), request);
}

export function failureResponse(failure: Failure, request: Request, status?: number): Response {
  const locale = localeOf(request.headers);
  const body: ErrorBody = {
    success: false,
    error: {
      code: failure.code,
      message: messageOf(failure, locale),
      ...(failure.details && { details: failure.details }),
      ...(failure.fields && { errors: fieldMessages(failure.fields, locale) }),
      request_id: requestId(request),
    },
  };
  return Response.json(body, { status: status ?? ERROR_STATUS[failure.code], headers: headersOf(failure) });
}

/** How long to wait, and for what, where a limit refused. */
function headersOf({ details = {} }: Failure): Record<string, string> {
  const { retryAfterSeconds, allowed, resetsAtMs } = details;
  return {
    ...(typeof retryAfterSeconds === "number" && { "retry-after": String(retryAfterSeconds) }),
    ...(typeof allowed === "number" &&
      typeof resetsAtMs === "number" && {
        "x-ratelimit-limit": String(allowed),
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": String(Math.ceil(resetsAtMs / 1000)),
      }),
  };
}

/** A body of a megabyte comes in well below it on any line that can hold a conversation. */
const BODY_MS = 15_000;

/** The body as text, read no further than the limit, and no longer than a patient caller needs. */
export async function readText(request: Request, limits: { maxBytes: number; maxMs?: number }): Promise<string> {
  return (await readBytes(request, limits)).toString("utf8");
}

/** The body as it came, under the same limits. */
export async function readBytes(
  request: Request,
  { maxBytes, maxMs = BODY_MS }: { maxBytes: number; maxMs?: number },
): Promise<Buffer> {
  const tooLarge = () => new AppError({ code: "PAYLOAD_TOO_LARGE", reason: "body_too_large", details: { maxBytes } });
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge();
  if (!request.body) return Buffer.alloc(0);
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader();
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    void reader.cancel().catch(() => {});
  }, maxMs);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.byteLength;
      if (size > maxBytes) throw tooLarge();
      chunks.push(part.value);
    }
  } finally {
    clearTimeout(timer);
    void reader.cancel().catch(() => {});
  }
  if (isLate) throw new AppError({ code: "VALIDATION_ERROR", reason: "body_too_slow" });
  return Buffer.concat(chunks);
}

export async function readJson(request: Request, limits: { maxBytes: number }): Promise<unknown> {
  const text = await readText(request, limits);
  requireShallow(text);
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError({ code: "VALIDATION_ERROR", reason: "not_json" });
  }
}
