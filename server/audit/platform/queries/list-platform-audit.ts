import { type PlatformContext, transactAsPlatform } from "@/server/core/platform";
import { pageRows, toAuditPage, toPosition } from "../../queries/to-audit-page";
import { listRows } from "../../repository/list";
import { platformScope } from "../../repository/scope";
import type { AuditPage, ListAuditInput } from "../../schema";
import { subjectOf, toAuditEntryView } from "../../views";
import { findPlatformNames } from "../repository";

/** What operators did, the newest first; a search that has not read the whole log says how far back it was. */
export async function listPlatformAudit(
  ctx: PlatformContext,
  { limit, cursor, order, ...filters }: ListAuditInput,
): Promise<AuditPage> {
  return transactAsPlatform(ctx, async (tx) => {
    const after = toPosition(cursor);
    const found = await listRows(platformScope(tx), { filters, after, limit: limit + 1, order });
    const names = await findPlatformNames(tx, pageRows(found, limit).flatMap(subjectOf));
    return toAuditPage(found, limit, (row) => toAuditEntryView(row, { names, resources: null }));
  });
}
