import type { CompanyContext } from "@/server/core/context";
import { offsetOf } from "@/server/core/page";
import { transact } from "@/server/core/transact";
import { countAuditRows, listAuditRows } from "../repository/list";
import { findNames } from "../repository/names";
import { readableResources } from "../rules/visible-values";
import type { AuditPage, ListAuditInput } from "../schema";
import { subjectOf, toAuditEntryView } from "../views";
import { pageRows, toAuditPage, toPosition } from "./to-audit-page";

/** Who did what, the newest first unless asked otherwise; a search that has not read the whole log says how far it was. */
export async function listAudit(
  ctx: CompanyContext,
  { limit, cursor, page, withTotal, order, ...filters }: ListAuditInput,
): Promise<AuditPage> {
  return transact(ctx, async (tx) => {
    const part = { after: toPosition(cursor), limit: limit + 1, offset: offsetOf({ page, limit, cursor }) };
    const found = await listAuditRows(tx, { filters, ...part, order });
    const total = withTotal ? await countAuditRows(tx, filters) : null;
    const viewed = {
      names: await findNames(tx, pageRows(found, limit).flatMap(subjectOf)),
      resources: readableResources(tx.permissions),
    };
    const counted = total === null ? {} : { total };
    return { ...toAuditPage(found, limit, (row) => toAuditEntryView(row, viewed)), ...counted };
  });
}
