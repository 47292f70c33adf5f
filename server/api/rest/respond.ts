import { failureResponse, requestId } from "../http";
import { failureOf } from "../refusal";
import { locationOf, toBody } from "./answer";
import { etagOf, isUnchanged } from "./etag";
import { snakeDeep, toSnake } from "./field-names";
import { isList } from "./list-parameters";
import type { Operation } from "./operation";
import { BASE } from "./resource-path";

export interface Answered {
  operation: Operation;
  values: Record<string, string>;
  status: number;
  answer: unknown;
  /** The answer of an earlier request with the same key. */
  isRepeat: boolean;
}

/** What a procedure answered, as HTTP says it. */
export function respond(request: Request, answered: Answered): Response {
  const { operation, status, answer } = answered;
  const body = toBody(operation, answer, new URL(request.url).searchParams);
  const headers = headersOf(answered);
  if (body === undefined) return new Response(null, { status: 204, headers });
  const text = JSON.stringify(body);
  headers.set("content-type", "application/json; charset=utf-8");
  if (operation.method === "GET" && !isList(operation.answer)) {
    const etag = etagOf(text, answer);
    headers.set("etag", etag);
    if (isUnchanged(request, etag)) return new Response(null, { status: 304, headers });
  }
  return new Response(request.method === "HEAD" ? null : text, { status, headers });
}

function headersOf({ operation, values, status, answer, isRepeat }: Answered): Headers {
  // Kept by the caller only, and asked again each time: it may have changed, or no longer be theirs to see.
  const headers = new Headers({
    "cache-control": operation.method === "GET" ? "private, no-cache" : "private, no-store",
  });
  const place = status === 201 ? locationOf(operation, answer as Record<string, unknown>, values) : null;
  if (place) headers.set("location", BASE + place);
  if (isRepeat) headers.set("idempotency-replayed", "true");
  return headers;
}

/** A refusal under the door's own names of fields and details. */
export function refuse(error: unknown, request: Request, operation?: Operation): Response {
  const { details, fields, ...failure } = failureOf(error, requestId(request));
  const response = failureResponse(
    {
      ...failure,
      ...(details && { details: snakeDeep(details) as Record<string, unknown> }),
      ...(fields && { fields: fields.map((field) => ({ ...field, field: toOuterPath(field.field, operation) })) }),
    },
    request,
  );
  if (details?.retryAfterSeconds !== undefined) response.headers.set("retry-after", String(details.retryAfterSeconds));
  return response;
}

function toOuterPath(path: string, operation: Operation | undefined): string {
  const [first = "", ...rest] = path.split(".");
  const named = [...(operation?.fields ?? [])].find(([, { name }]) => name === first)?.[0];
  const inPath = operation?.parameters.find(({ field }) => field === first)?.name;
  return [named ?? inPath ?? toSnake(first), ...rest.map(toSnake)].join(".");
}

/** The address is there, but not for this. */
export function methodRefused(request: Request, methods: string[]): Response {
  const response = failureResponse({ code: "VALIDATION_ERROR", reason: "method_not_allowed" }, request, 405);
  response.headers.set("allow", [...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", "));
  return response;
}
