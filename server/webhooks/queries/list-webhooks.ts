import type { CompanyContext } from "@/server/core/context";
import { offsetOf } from "@/server/core/page";
import { decodeCursor, type Page, toPage } from "@/server/core/paging";
import { transact } from "@/server/core/transact";
import { countWebhookRows, listWebhookRows } from "../repository/deliveries";
import type { ListWebhooksInput, WebhookView } from "../schema";
import { toWebhookView } from "../views";
import { seesEverything } from "./is-subject-visible";

/** A page of what other systems delivered, the newest first; what was in it is told one by one. */
export async function listWebhooks(ctx: CompanyContext, input: ListWebhooksInput): Promise<Page<WebhookView>> {
  return transact(ctx, async (tx) => {
    const { limit } = input;
    const after = decodeCursor(input.cursor, ["instant", "id"]);
    const rows = await listWebhookRows(tx, { filters: input, limit: limit + 1, skip: offsetOf(input), after });
    const page = toPage(rows, { limit, cursorOf: (row) => [row.receivedAt.getTime(), row.id] });
    const counted = input.withTotal ? { total: await countWebhookRows(tx, input) } : {};
    return {
      ...page,
      ...counted,
      items: page.items.map((row) => toWebhookView(row, tx.now, { isCurt: !seesEverything(tx) })),
    };
  });
}
