import { BYTE_ORDER_MARK, csvLine } from "@/server/audit/rules/csv";
import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { listResources } from "../repository/read";
import type { ExportResourcesInput } from "../schema";
import { toResourceView } from "../views";

const COLUMNS = ["id", "branch", "name", "type", "units", "group", "status"];

/** The resources that a page's filters leave, as a table; that it was taken stands in the log. */
export async function* exportResources(
  ctx: CompanyContext,
  filters: ExportResourcesInput,
): AsyncGenerator<string, void> {
  const views = await transact(ctx, async (tx) => {
    const found = (await listResources(tx, filters)).map((row) => toResourceView(row));
    const after = { ...filters, count: found.length };
    recordAudit(tx, { action: "export_resources", subjectType: "resource", after });
    return found;
  });
  yield BYTE_ORDER_MARK + csvLine(COLUMNS);
  for (const { id, branch, name, type, capacity, group, status } of views)
    yield csvLine([id, branch.name, name, type, capacity, group?.name, status]);
}
