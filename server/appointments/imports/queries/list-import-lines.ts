import type { CompanyContext } from "@/server/core/context";
import { offsetOf } from "@/server/core/page";
import { decodeCursor, type Page, toPage } from "@/server/core/paging";
import { transact } from "@/server/core/transact";
import { countLineRows, listLineRows } from "../repository/list";
import type { ImportLineView, ListImportLinesInput } from "../schema";
import { toLineView } from "../views";
import { requireImport } from "./load-import";

/** The lines of an import with what each makes, or what stands in its way. */
export async function listImportLines(ctx: CompanyContext, input: ListImportLinesInput): Promise<Page<ImportLineView>> {
  return transact(ctx, async (tx) => {
    await requireImport(tx, input);
    const query = { jobId: input.importId, states: input.states };
    const [line] = decodeCursor(input.cursor, ["count"]) ?? [];
    const after = line === undefined ? null : Number(line);
    const rows = await listLineRows(tx, { ...query, limit: input.limit, skip: offsetOf(input), after });
    const page = toPage(rows, { limit: input.limit, cursorOf: (row) => [row.line] });
    const counted = input.withTotal ? { total: await countLineRows(tx, query) } : {};
    return { ...page, ...counted, items: page.items.map(toLineView) };
  });
}
