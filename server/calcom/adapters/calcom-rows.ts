import { z } from "zod";

/** A row that could not be understood, by what it is called over there. */
export interface UnreadableRow {
  raw: Record<string, unknown>;
  /** Which field was wrong, and how. */
  why: string;
}

/** A page row by row: one that makes no sense stands in nobody's way, and is not lost either. */
export const rowsAnswer = <S extends z.ZodType>(row: S) =>
  z.looseObject({ data: z.array(z.unknown()) }).transform(({ data }) => {
    const rows: z.output<S>[] = [];
    const unreadable: UnreadableRow[] = [];
    for (const raw of data) {
      const parsed = row.safeParse(raw);
      if (parsed.success) rows.push(parsed.data);
      else unreadable.push({ raw: isObject(raw) ? raw : {}, why: describe(parsed.error) });
    }
    return { rows, unreadable };
  });

/** What one change answers with. */
export const oneAnswer = <S extends z.ZodType>(row: S) =>
  z.looseObject({ data: row }).transform(({ data }) => data as z.output<S>);

/** An answer of which only the status counts. */
export const anyAnswer = z.unknown().transform(() => undefined);

const isObject = (raw: unknown): raw is Record<string, unknown> => typeof raw === "object" && raw !== null;

const describe = (error: z.ZodError): string =>
  error.issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.join(".") || "row"}: ${message}`)
    .join("; ");
