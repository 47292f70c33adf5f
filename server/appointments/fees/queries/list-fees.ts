import type { CompanyContext } from "@/server/core/context";
import { offsetOf } from "@/server/core/page";
import { decodeCursor, type Page, toPage } from "@/server/core/paging";
import { transact } from "@/server/core/transact";
import { countFeeRows, listFeeRows } from "../repository";
import type { FeeView, ListFeesInput } from "../schema";
import { toFeeView } from "../views";

/** What customers owe for broken rules, newest first unless asked otherwise. */
export async function listFees(ctx: CompanyContext, input: ListFeesInput): Promise<Page<FeeView>> {
  const { customerId, appointmentId, status, limit, cursor, order, withTotal } = input;
  return transact(ctx, async (tx) => {
    const where = {
      ...(customerId && { customerId }),
      ...(appointmentId && { appointmentId }),
      ...(status && status.length > 0 && { status: { in: status } }),
    };
    const after = decodeCursor(cursor, ["instant", "id"]);
    const rows = await listFeeRows(tx, { where, limit, skip: offsetOf(input), after, order });
    const page = toPage(rows, { limit, cursorOf: (row) => [row.createdAt.getTime(), row.id] });
    const counted = withTotal ? { total: await countFeeRows(tx, where) } : {};
    return { ...page, ...counted, items: page.items.map(toFeeView) };
  });
}
