import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { offsetOf } from "@/server/core/page";
import { decodeCursor, encodeCursor, type Page, toPage } from "@/server/core/paging";
import { transact } from "@/server/core/transact";
import { findCountry } from "../repository/find";
import { countCustomerRows, listCustomerRows } from "../repository/list";
import { findCustomerRows } from "../repository/rows";
import { countCustomerMatches, searchCustomerIds } from "../repository/search";
import { readSearch } from "../rules";
import type { CustomerView, ListCustomersInput } from "../schema";
import { toCustomerView } from "../views";

/**
 * A page of customers by name; a search finds names with typos, e-mail and phone in any notation, and has the best matches
 * first unless an order is asked for.
 */
export async function listCustomers(ctx: CompanyContext, query: ListCustomersInput): Promise<Page<CustomerView>> {
  return transact(ctx, async (tx) => {
    if (query.search) return searchPage(tx, { ...query, search: query.search });
    const after = decodeCursor(query.cursor, ["text", "text", "id"]);
    const { order = "asc" } = query;
    const rows = await listCustomerRows(tx, { ...query, skip: offsetOf(query), after, order });
    const page = toPage(rows, { limit: query.limit, cursorOf: (row) => [row.lastName, row.firstName, row.id] });
    const counted = query.withTotal ? { total: await countCustomerRows(tx, query) } : {};
    return { ...page, ...counted, items: page.items.map(toCustomerView) };
  });
}

async function searchPage(
  tx: TransactionContext,
  query: ListCustomersInput & { search: string },
): Promise<Page<CustomerView>> {
  const { search, order, limit, cursor, stage, branchId, staffId, from, until } = query;
  const filters = { stage, branchId, staffId, from, until };
  const offset = Number(decodeCursor(cursor, ["count"])?.[0] ?? offsetOf(query));
  const wanted = readSearch(search, await findCountry(tx));
  const ids = await searchCustomerIds(tx, { search: wanted, ...filters, order, limit: limit + 1, offset });
  const rows = new Map((await findCustomerRows(tx, ids.slice(0, limit))).map((row) => [row.id, row]));
  const items = ids.flatMap((id) => rows.get(id) ?? []).map(toCustomerView);
  const counted = query.withTotal ? { total: await countCustomerMatches(tx, { search: wanted, ...filters }) } : {};
  return { ...counted, items, nextCursor: ids.length > limit ? encodeCursor([offset + limit]) : null };
}
