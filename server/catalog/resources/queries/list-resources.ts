import { type CompanyContext, requireOwnBranch } from "@/server/core/context";
import { offsetOf } from "@/server/core/page";
import { decodeCursor, encodeCursor, type Page } from "@/server/core/paging";
import { transact } from "@/server/core/transact";
import { countResources, listResources as listRows, measureWeek } from "../repository/read";
import type { ListResourcesInput, ResourceView } from "../schema";
import { toResourceView } from "../views";

/** A page of resources by branch, kind and name, each with how much of this week it is taken. */
export async function listResources(ctx: CompanyContext, query: ListResourcesInput): Promise<Page<ResourceView>> {
  if (query.branchId) requireOwnBranch(ctx, query.branchId);
  return transact(ctx, async (tx) => {
    const { limit, cursor } = query;
    const skip = Number(decodeCursor(cursor, ["count"])?.[0] ?? offsetOf(query));
    const found = await listRows(tx, { ...query, skip, take: limit + 1 });
    const rows = found.slice(0, limit);
    const measured = await measureWeek(
      tx,
      rows.map(({ id }) => id),
    );
    const weeks = new Map(measured.map((week) => [week.id, week]));
    const nextCursor = found.length > limit ? encodeCursor([skip + limit]) : null;
    const counted = query.withTotal ? { total: await countResources(tx, query) } : {};
    return { ...counted, items: rows.map((row) => toResourceView(row, weeks.get(row.id))), nextCursor };
  });
}
