import { z } from "zod";
import { AppError } from "./errors";

export const pageInput = {
  limit: z.int().min(1).max(100).default(25),
  cursor: z.string().max(400).nullish(),
};

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** An opaque cursor: the sort values of the last row, so that new rows in front never shift a page. */
export function encodeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}

/** Throws VALIDATION_ERROR on a cursor that we did not make. */
export function decodeCursor(cursor: string | null | undefined, length: number): (string | number)[] | null {
  if (!cursor) return null;
  try {
    const values = z.array(z.union([z.string(), z.number()])).length(length);
    return values.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
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
