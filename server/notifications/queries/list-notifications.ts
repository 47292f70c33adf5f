import type { CompanyContext } from "@/server/core/context";
import { offsetOf } from "@/server/core/page";
import { decodeCursor, type Page, toPage } from "@/server/core/paging";
import { transact } from "@/server/core/transact";
import { countMessageRows, listMessageRows } from "../repository/list";
import type { ListNotificationsInput, NotificationView } from "../schema";
import { toNotificationView } from "../views";

/** A page of messages, the newest first unless asked otherwise: of an appointment, a customer, or everything. Codes are never shown. */
export async function listNotifications(
  ctx: CompanyContext,
  input: ListNotificationsInput,
): Promise<Page<NotificationView>> {
  return transact(ctx, async (tx) => {
    const after = decodeCursor(input.cursor, ["instant", "id"]);
    const { limit, order = "desc" } = input;
    const part = { limit: limit + 1, skip: offsetOf(input), after, order };
    const rows = await listMessageRows(tx, { filters: input, ...part });
    const page = toPage(rows, { limit, cursorOf: (row) => [row.createdAt.getTime(), row.id] });
    const counted = input.withTotal ? { total: await countMessageRows(tx, input) } : {};
    return { ...page, ...counted, items: page.items.map(toNotificationView) };
  });
}
