import type { CompanyContext } from "@/server/core/context";
import { offsetOf } from "@/server/core/page";
import { decodeCursor, type Page, toPage } from "@/server/core/paging";
import { transact } from "@/server/core/transact";
import { countModificationRows, listModificationRows } from "../repository";
import type { ListModificationsInput, ModificationView } from "../schema";
import { toModificationView } from "../views";

/** What happened to appointments, the latest first unless asked otherwise: what, from what to what, by whom, why, and what the rules said. */
export async function listModifications(
  ctx: CompanyContext,
  input: ListModificationsInput,
): Promise<Page<ModificationView>> {
  return transact(ctx, async (tx) => {
    const after = decodeCursor(input.cursor, ["instant", "id"]);
    const { limit, order, ...filters } = input;
    const rows = await listModificationRows(tx, { filters, limit: limit + 1, skip: offsetOf(input), after, order });
    const page = toPage(rows, { limit, cursorOf: (row) => [row.occurredAt.getTime(), row.id] });
    const counted = input.withTotal ? { total: await countModificationRows(tx, filters) } : {};
    return { ...page, ...counted, items: page.items.map(toModificationView) };
  });
}
