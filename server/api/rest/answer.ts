import { AppError } from "@/server/core/errors";
import { type CursorPart, decodeCursor, encodeCursor } from "@/server/core/paging";
import { toOuter } from "./field-names";
import type { Operation } from "./operation";
import { OPERATIONS } from "./operations";

type Json = Record<string, unknown>;

/** Which part of a list was asked for, as the door's own parameters say. */
export interface ListPart {
  page: number | null;
  perPage: number;
  offset: number;
}

const WHOLE_NUMBER = /^[1-9]\d{0,4}$/;
const PLACE: CursorPart[] = ["count"];

/** A page's number says nothing behind a cursor, and the two together contradict each other. */
export function readPart(query: URLSearchParams): ListPart {
  const [page, cursor] = [readNumber(query, "page"), query.get("cursor")];
  const perPage = readNumber(query, "per_page") ?? 25;
  if (page !== null && cursor) throw new AppError({ code: "VALIDATION_ERROR", reason: "page_or_cursor" });
  if (cursor) return { page: null, perPage, offset: -1 };
  return { page: page ?? 1, perPage, offset: ((page ?? 1) - 1) * perPage };
}

function readNumber(query: URLSearchParams, name: string): number | null {
  const text = query.get(name);
  return text !== null && WHOLE_NUMBER.test(text) ? Number(text) : null;
}

/** What is sent for what a procedure answered; nothing for one that answers nothing. */
export function toBody(operation: Operation, data: unknown, query: URLSearchParams): unknown {
  const outer = toOuter(data, operation.outputShape);
  switch (operation.answer) {
    case "nothing":
      return undefined;
    case "plain":
      return outer;
    case "single":
      return { data: outer };
    case "page":
      return toPage(outer as { items: unknown[]; next_cursor: string | null; total?: number }, readPart(query));
    case "array":
      return cutPage(outer as unknown[], query);
  }
}

function toPage(page: { items: unknown[]; next_cursor: string | null; total?: number }, part: ListPart) {
  const { items, next_cursor, total = null } = page;
  return { data: items, meta: { page: part.page, per_page: part.perPage, total, next_cursor } };
}

/** A list that the procedure gives whole (staff, services) is paged here. */
function cutPage(items: unknown[], query: URLSearchParams) {
  const part = readPart(query);
  const perPage = Math.min(part.perPage, 100);
  const offset = part.page === null ? Number(decodeCursor(query.get("cursor"), PLACE)?.[0] ?? 0) : part.offset;
  const next = offset + perPage < items.length ? encodeCursor([offset + perPage]) : null;
  const meta = { page: part.page, per_page: perPage, total: items.length, next_cursor: next };
  return { data: items.slice(offset, offset + perPage), meta };
}

/** Whether it makes something that has an address of its own, below its own path. */
export function makesSomething({ method, path, meta }: Operation): boolean {
  return method === "POST" && (meta.created !== undefined || addressBelow(path) !== undefined);
}

/** `/customers/{id}` of `/customers`: nearest to a reader first. */
function addressBelow(path: string): Operation | undefined {
  const below = OPERATIONS.filter(
    (other) => /^\/\{\w+\}$/.test(other.path.slice(path.length)) && other.path.startsWith(path),
  );
  return below.find(({ method }) => method === "GET") ?? below[0];
}

/** Where a reader finds what was made: its id is named in the answer like the address's own field, or `id`. */
export function locationOf({ path, meta }: Operation, data: Json, values: Record<string, string>): string | null {
  if (meta.created) return meta.created.replace(/\{(\w+)\}/g, (_, field: string) => String(data[field]));
  const below = addressBelow(path);
  const own = below?.parameters.at(-1)?.field ?? "";
  const id = data[own] ?? data.id ?? idInside(data);
  if (!below || typeof id !== "string") return null;
  return below.parameters.reduce(
    (at, { name, field }) => at.replace(`{${name}}`, field === own ? id : (values[field] ?? "")),
    below.path,
  );
}

/** `{ appointment: { id } }`: the only thing in the answer that has an id. */
function idInside(data: Json): unknown {
  const ids = Object.values(data).flatMap((value) =>
    typeof value === "object" && value !== null && "id" in value ? [value.id] : [],
  );
  return ids.length === 1 ? ids[0] : undefined;
}
