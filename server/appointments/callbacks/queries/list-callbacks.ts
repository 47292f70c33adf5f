import type { CompanyContext } from "@/server/core/context";
import { offsetOf } from "@/server/core/page";
import { decodeCursor, type Page, toPage } from "@/server/core/paging";
import { transact } from "@/server/core/transact";
import { countCallbackRows, listCallbackRows } from "../repository";
import type { CallbackView, ListCallbacksInput } from "../schema";
import { toCallbackView } from "../views";

/** Who waits for a call, the most pressing first. */
export async function listCallbacks(ctx: CompanyContext, input: ListCallbacksInput): Promise<Page<CallbackView>> {
  return transact(ctx, async (tx) => {
    const { status, branchId, callId, customerId, staffId, from, until, limit, order = "asc" } = input;
    const where = {
      ...(status?.length ? { status: { in: status } } : {}),
      ...(branchId ? { branchId } : {}),
      ...(callId ? { callId } : {}),
      ...(customerId ? { customerId } : {}),
      ...(staffId ? { call: { staffId } } : {}),
      ...(from || until ? { dueAt: { ...(from && { gte: from }), ...(until && { lt: until }) } } : {}),
    };
    const after = decodeCursor(input.cursor, ["instant", "id"]);
    const rows = await listCallbackRows(tx, { where, limit, skip: offsetOf(input), after, order });
    const page = toPage(rows, { limit, cursorOf: (row) => [row.dueAt.getTime(), row.id] });
    const counted = input.withTotal ? { total: await countCallbackRows(tx, { where }) } : {};
    return { ...page, ...counted, items: page.items.map(toCallbackView) };
  });
}
