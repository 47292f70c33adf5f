import { decodeCursor, encodeCursor } from "@/server/core/paging";
import type { AuditRow, Position } from "../repository/list";
import type { AuditEntryView, AuditPage } from "../schema";

interface Found {
  rows: AuditRow[];
  reached: Position | null;
}

/** The rows of one page; one more was asked for, to know whether there is another. */
export const pageRows = ({ rows }: Found, limit: number): AuditRow[] => rows.slice(0, limit);

/** A page of the log, with the way to the next one and how far back a search has looked. */
export function toAuditPage(found: Found, limit: number, toView: (row: AuditRow) => AuditEntryView): AuditPage {
  const rows = pageRows(found, limit);
  const next = found.rows.length > limit ? rows.at(-1) : found.reached;
  return {
    items: rows.map(toView),
    nextCursor: next ? encodeCursor([next.occurredAt.getTime(), Number(next.sequence)]) : null,
    searchedBackTo: found.reached?.occurredAt ?? null,
  };
}

export function toPosition(cursor: string | null | undefined): Position | null {
  const values = decodeCursor(cursor, ["instant", "sequence"]);
  return values && { occurredAt: new Date(Number(values[0])), sequence: BigInt(values[1] ?? 0) };
}
