import type { CompanyContext } from "@/server/core/context";
import { offsetOf } from "@/server/core/page";
import { decodeCursor, encodeCursor, type Page } from "@/server/core/paging";
import { transact } from "@/server/core/transact";
import { countRunRows, listRunRows } from "../repository/runs";
import type { ListRunsInput, RunView } from "../schema";
import { toRunView } from "../views";

/** When both sides were compared, the latest first, with what came of it and how far it is. */
export async function listRuns(ctx: CompanyContext, input: ListRunsInput): Promise<Page<RunView>> {
  return transact(ctx, async (tx) => {
    const { kind, limit, cursor } = input;
    const skip = Number(decodeCursor(cursor, ["count"])?.[0] ?? offsetOf(input));
    const rows = await listRunRows(tx, { kind, limit, skip });
    const counted = input.withTotal ? { total: await countRunRows(tx, kind) } : {};
    const nextCursor = rows.length > limit ? encodeCursor([skip + limit]) : null;
    return { items: rows.slice(0, limit).map(toRunView), nextCursor, ...counted };
  });
}
