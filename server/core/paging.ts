import { z } from "zod";
import { AppError } from "./errors";
import { isStorable } from "./json";
import type { Page } from "./page";

export type { Page };

/** An opaque cursor: the sort values of the last row, so that new rows in front never shift a page. */
export function encodeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}

const PARTS = {
  /** Milliseconds since the epoch. */
  instant: z.int().min(0).max(Date.UTC(2200, 0)),
  count: z.int().min(0).max(1_000_000),
  sequence: z.int().min(0),
  text: z.string().max(200).refine(isStorable),
  id: z.uuid(),
};
export type CursorPart = keyof typeof PARTS;

/** Throws VALIDATION_ERROR on a cursor that we did not make. */
export function decodeCursor(
  cursor: string | null | undefined,
  parts: readonly CursorPart[],
): (string | number)[] | null {
  if (!cursor) return null;
  try {
    const values = z.array(z.unknown()).length(parts.length);
    const given = values.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    return parts.map((part, at) => PARTS[part].parse(given[at]));
  } catch (cause) {
    throw new AppError({ code: "VALIDATION_ERROR", reason: "invalid_cursor" }, { cause });
  }
}

/** Cuts the one row too many that tells whether there is a next page. */
export function toPage<T>(
  rows: T[],
  { limit, cursorOf }: { limit: number; cursorOf: (row: T) => readonly (string | number)[] },
): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor(cursorOf(last)) : null };
}
