import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { listAuditRows, type Position } from "../repository/list";
import { readableResources } from "../rules/visible-values";
import type { ExportAuditInput } from "../schema";
import { auditLines } from "./audit-lines";

/**
 * The entries as a table; that it was taken is itself an entry, which stands there before the first line is sent. Entries
 * that are written meanwhile are not in it.
 */
export async function* exportAudit(ctx: CompanyContext, filters: ExportAuditInput): AsyncGenerator<string, void> {
  await transact(ctx, async (tx) => recordAudit(tx, { action: "export_audit", after: filters }));
  const read = (query: { after: Position | null; limit: number }) =>
    transact(ctx, (tx) => listAuditRows(tx, { filters, ...query }));
  yield* auditLines(read, readableResources(ctx.permissions));
}
