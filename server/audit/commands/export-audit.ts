import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { type AuditRow, listAuditRows, type Position } from "../repository/list";
import { BYTE_ORDER_MARK, csvLine } from "../rules/csv";
import { canReadValues, readableResources } from "../rules/visible-values";
import type { ExportAuditInput } from "../schema";

const COLUMNS = [
  ...["sequence", "occurred_at", "log", "action", "actor_kind", "actor", "subject_type", "subject_id"],
  ...["before", "after", "address", "request_id", "hash"],
];
const BATCH = 1000;

/**
 * The entries as a table, a thousand at a time, so that a log of years needs no memory; that it was taken is itself an entry,
 * which stands there before the first line is sent. Entries that are written meanwhile are not in it.
 */
export async function* exportAudit(ctx: CompanyContext, filters: ExportAuditInput): AsyncGenerator<string, void> {
  await transact(ctx, async (tx) => recordAudit(tx, { action: "export_audit", after: filters }));
  const resources = readableResources(ctx.permissions);
  yield BYTE_ORDER_MARK + csvLine(COLUMNS);
  for (let after: Position | null = null; ; ) {
    const found: Awaited<ReturnType<typeof listAuditRows>> = await transact(ctx, (tx) =>
      listAuditRows(tx, { filters, after, limit: BATCH }),
    );
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
