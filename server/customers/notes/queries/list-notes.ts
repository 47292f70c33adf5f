import type { CompanyContext } from "@/server/core/context";
import { offsetOf, type Page } from "@/server/core/page";
import { decodeCursor, toPage } from "@/server/core/paging";
import { transact } from "@/server/core/transact";
import { requireCustomer } from "../../commands/load-customer";
import { countNoteRows, listNoteRows } from "../repository";
import type { ListNotesInput, NoteView } from "../schema";

/** What was noted of a customer, the newest first, as far as whoever asks may read it. */
export async function listNotes(ctx: CompanyContext, input: ListNotesInput): Promise<Page<NoteView>> {
  return transact(ctx, async (tx) => {
    const { customerId, type, until, limit, order = "desc" } = input;
    const filter = { customerId, type, until };
    await requireCustomer(tx, { customerId });
    const after = decodeCursor(input.cursor, ["instant", "id"]);
    const rows = await listNoteRows(tx, { ...filter, limit, skip: offsetOf(input), after, order });
    const page = toPage(rows, { limit, cursorOf: (row) => [row.createdAt.getTime(), row.id] });
    return { ...page, ...(input.withTotal ? { total: await countNoteRows(tx, filter) } : {}) };
  });
}
