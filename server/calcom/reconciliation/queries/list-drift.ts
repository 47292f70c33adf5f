import type { CompanyContext } from "@/server/core/context";
import { offsetOf } from "@/server/core/page";
import { decodeCursor, encodeCursor, type Page } from "@/server/core/paging";
import { transact } from "@/server/core/transact";
import { countDriftRows, listDriftRows } from "../repository/drifts";
import type { DriftView, ListDriftInput } from "../schema";
import { toDriftView } from "../views";

/** What differs and waits for a person, the latest first, both sides next to each other; or what was done about it. */
export async function listDrift(ctx: CompanyContext, input: ListDriftInput): Promise<Page<DriftView>> {
  return transact(ctx, async (tx) => {
    const { state, kind, limit, cursor } = input;
    const skip = Number(decodeCursor(cursor, ["count"])?.[0] ?? offsetOf(input));
    const rows = await listDriftRows(tx, { state, kind, limit, skip });
    const items = rows.slice(0, limit).map(toDriftView);
    const counted = input.withTotal ? { total: await countDriftRows(tx, { state, kind }) } : {};
    return { items, nextCursor: rows.length > limit ? encodeCursor([skip + limit]) : null, ...counted };
  });
}
