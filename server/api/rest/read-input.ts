import { AppError } from "@/server/core/errors";
import { readJson } from "../http";
import { dayBounds } from "./day-bounds";
import { toInner } from "./field-names";
import { isList } from "./list-parameters";
import type { Operation } from "./operation";
import { readQueryValue } from "./query-values";

/** As much JSON as a request may bring, unless its operation takes more. */
export const MAX_BYTES = 1_000_000;

const PAGING = ["page", "per_page", "cursor"];

export interface RawInput {
  request: Request;
  operation: Operation;
  /** What stood in the path. */
  values: Record<string, string>;
  /** Whose midnight a date means. */
  zone: string;
}

/** The input of the procedure: from path and query, or path and body; a DELETE may use either. */
export async function readInput({ request, operation, values, zone }: RawInput): Promise<Record<string, unknown>> {
  const isQuery = operation.method === "GET" || operation.method === "DELETE";
  const fromQuery = isQuery ? readQuery(new URL(request.url).searchParams, { operation, zone }) : {};
  const fromBody = operation.method === "GET" ? {} : await readBody(request, operation);
  const page = operation.answer === "page" ? { withTotal: true } : {};
  return { ...page, ...fromQuery, ...fromBody, ...values };
}

function readQuery(query: URLSearchParams, { operation, zone }: { operation: Operation; zone: string }) {
  const input: Record<string, unknown> = {};
  for (const outer of new Set(query.keys())) {
    const field = operation.fields.get(outer);
    if (!field && operation.answer === "array" && PAGING.includes(outer)) continue;
    if (!field)
      throw new AppError({ code: "VALIDATION_ERROR", reason: "unknown_parameter", details: { parameter: outer } });
    const value = readQueryValue(query.getAll(outer), field.schema);
    input[field.name] = isList(operation.answer) ? readListValue(outer, value, { operation, zone }) : value;
  }
  return input;
}

/** `sort=-starts_at` is the order of that list; a day in `from_date` begins, and in `to_date` ends, by the company's clock. */
function readListValue(outer: string, value: unknown, { operation, zone }: { operation: Operation; zone: string }) {
  if (outer === "sort") return readSort(value, operation.meta.sortedBy);
  if (outer !== "from_date" && outer !== "to_date") return value;
  const day = dayBounds(String(value), zone);
  if (!day) return value;
  return new Date(outer === "from_date" ? day.from : day.until).toISOString();
}

function readSort(value: unknown, sortedBy: string | undefined): unknown {
  if (value === sortedBy) return "asc";
  return value === `-${sortedBy}` ? "desc" : value;
}

async function readBody(request: Request, { inputShape, meta }: Operation): Promise<Record<string, unknown>> {
  if (!request.body) return {};
  const body = await readJson(request, { maxBytes: meta.maxBytes ?? MAX_BYTES });
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw new AppError({ code: "VALIDATION_ERROR", reason: "invalid_request" });
  return toInner(body, inputShape) as Record<string, unknown>;
}
