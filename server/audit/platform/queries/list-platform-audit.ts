import { offsetOf } from "@/server/core/page";
import { type PlatformContext, transactAsPlatform } from "@/server/core/platform";
import { pageRows, toAuditPage, toPosition } from "../../queries/to-audit-page";
import { countRows, listRows } from "../../repository/list";
import { platformScope } from "../../repository/scope";
import type { AuditPage, ListAuditInput } from "../../schema";
import { subjectOf, toAuditEntryView } from "../../views";
import { findPlatformNames } from "../repository";

/** What operators did, the newest first; a search that has not read the whole log says how far back it was. */
export async function listPlatformAudit(
  ctx: PlatformContext,
  { limit, cursor, page, withTotal, order, ...filters }: ListAuditInput,
): Promise<AuditPage> {
  return transactAsPlatform(ctx, async (tx) => {
    const part = { after: toPosition(cursor), limit: limit + 1, offset: offsetOf({ page, limit, cursor }) };
    const found = await listRows(platformScope(tx), { filters, ...part, order });
    const total = withTotal ? await countRows(platformScope(tx), filters) : null;
    const names = await findPlatformNames(tx, pageRows(found, limit).flatMap(subjectOf));
    const counted = total === null ? {} : { total };
    return { ...toAuditPage(found, limit, (row) => toAuditEntryView(row, { names, resources: null })), ...counted };
  });
}
