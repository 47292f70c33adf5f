import { type PlatformContext, recordPlatformAudit, transactAsPlatform } from "@/server/core/platform";
import { auditLines } from "../../commands/audit-lines";
import { listRows, type Position } from "../../repository/list";
import { platformScope } from "../../repository/scope";
import type { ExportAuditInput } from "../../schema";

/** What operators did, as a table; that it was taken stands in the log before the first line is sent. */
export async function* exportPlatformAudit(
  ctx: PlatformContext,
  filters: ExportAuditInput,
): AsyncGenerator<string, void> {
  await transactAsPlatform(ctx, async (tx) => recordPlatformAudit(tx, { action: "export_audit", after: filters }));
  const read = (query: { after: Position | null; limit: number }) =>
    transactAsPlatform(ctx, (tx) => listRows(platformScope(tx), { filters, ...query }));
  yield* auditLines(read, null);
}
