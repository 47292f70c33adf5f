import { AppError, ERROR_STATUS, type ErrorBody } from "@/server/core/errors";
import { toFailure } from "./failure";
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
  const failure = toFailure(error, requestId(request));
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
  const retryAfter = failure.details?.retryAfterSeconds;
  const headers = typeof retryAfter === "number" ? { "retry-after": String(retryAfter) } : undefined;
  return Response.json(
    body,
    headers ? { status: ERROR_STATUS[failure.code], headers } : { status: ERROR_STATUS[failure.code] },
  );
}

/** The body as text, read no further than the limit. */
export async function readText(request: Request, { maxBytes }: { maxBytes: number }): Promise<string> {
  const tooLarge = () => new AppError({ code: "PAYLOAD_TOO_LARGE", reason: "body_too_large", details: { maxBytes } });
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge();
  if (!request.body) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

export async function readJson(request: Request, limits: { maxBytes: number }): Promise<unknown> {
  const text = await readText(request, limits);
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError({ code: "VALIDATION_ERROR", reason: "not_json" });
  }
}
