import type { AuditRow, Position } from "../repository/list";
import { BYTE_ORDER_MARK, csvLine } from "../rules/csv";
import { canReadValues } from "../rules/visible-values";

const COLUMNS = [
  ...["sequence", "occurred_at", "log", "action", "actor_kind", "actor", "subject_type", "subject_id"],
  ...["before", "after", "address", "request_id", "hash"],
];
const BATCH = 1000;

type Read = (query: {
  after: Position | null;
  limit: number;
}) => Promise<{ rows: AuditRow[]; reached: Position | null }>;

/** Entries as a table, a thousand at a time, so that a log of years needs no memory. */
export async function* auditLines(read: Read, resources: readonly string[] | null): AsyncGenerator<string, void> {
  yield BYTE_ORDER_MARK + csvLine(COLUMNS);
  for (let after: Position | null = null; ; ) {
    const found: Awaited<ReturnType<Read>> = await read({ after, limit: BATCH });
    if (found.rows.length > 0) yield found.rows.map((row) => toLine(row, resources)).join("");
    after = found.rows.length === BATCH ? (found.rows.at(-1) ?? null) : found.reached;
    if (!after) return;
  }
}

function toLine(row: AuditRow, resources: readonly string[] | null): string {
  const { sequence, occurredAt, logName, action, actor, subjectType, subjectId, ip, requestId, hash } = row;
  const values = canReadValues(row, resources) ? [row.oldValues, row.newValues] : ["", ""];
  const what = [sequence, occurredAt, logName, action, actor.kind, actor.name, subjectType, subjectId];
  return csvLine([...what, ...values, ip, requestId, hash]);
}
