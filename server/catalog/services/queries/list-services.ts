import { type CompanyContext, requireOwnBranch } from "@/server/core/context";
import { offsetOf } from "@/server/core/page";
import { decodeCursor, encodeCursor, type Page } from "@/server/core/paging";
import { transact } from "@/server/core/transact";
import { countServices, listServices as listRows } from "../repository/list";
import type { ListServicesInput, ServiceView } from "../schema/view";
import { toServiceView } from "../views";

/** A page of services in the company's own order or another; with a branch, what it offers at its own price. */
export async function listServices(ctx: CompanyContext, query: ListServicesInput): Promise<Page<ServiceView>> {
  if (query.branchId) requireOwnBranch(ctx, query.branchId);
  return transact(ctx, async (tx) => {
    const { limit, cursor } = query;
    const skip = Number(decodeCursor(cursor, ["count"])?.[0] ?? offsetOf(query));
    const rows = await listRows(tx, { ...query, skip, take: limit + 1 });
    const nextCursor = rows.length > limit ? encodeCursor([skip + limit]) : null;
    const counted = query.withTotal ? { total: await countServices(tx, query) } : {};
    return { ...counted, items: rows.slice(0, limit).map(toServiceView), nextCursor };
  });
}
