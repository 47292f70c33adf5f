import type { CompanyContext } from "@/server/core/context";
import { offsetOf } from "@/server/core/page";
import { decodeCursor, type Page, toPage } from "@/server/core/paging";
import { transact } from "@/server/core/transact";
import { countImportRows, countLines, listImportRows } from "../repository/jobs";
import type { ImportView, ListImportsInput } from "../schema";
import { toImportView } from "../views";

/** What was brought over so far, the latest first. */
export async function listImports(ctx: CompanyContext, input: ListImportsInput): Promise<Page<ImportView>> {
  return transact(ctx, async (tx) => {
    const after = decodeCursor(input.cursor, ["instant", "id"]);
    const rows = await listImportRows(tx, { limit: input.limit, skip: offsetOf(input), after });
    const page = toPage(rows, { limit: input.limit, cursorOf: (row) => [row.createdAt.getTime(), row.id] });
    const ids = page.items.map(({ id }) => id);
    const counts = await countLines(tx, ids);
    const counted = input.withTotal ? { total: await countImportRows(tx) } : {};
    return { ...page, ...counted, items: page.items.map((row) => toImportView(row, counts.get(row.id))) };
  });
}
