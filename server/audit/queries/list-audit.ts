import type { CompanyContext } from "@/server/core/context";
import { decodeCursor, encodeCursor } from "@/server/core/paging";
import { transact } from "@/server/core/transact";
import { listAuditRows, type Position } from "../repository/list";
import { findNames } from "../repository/names";
import { readableResources } from "../rules/visible-values";
import type { AuditPage, ListAuditInput } from "../schema";
import { subjectOf, toAuditEntryView } from "../views";

/** Who did what, the newest first; a search that has not read the whole log says how far back it was. */
export async function listAudit(
  ctx: CompanyContext,
  { limit, cursor, ...filters }: ListAuditInput,
): Promise<AuditPage> {
  return transact(ctx, async (tx) => {
    const found = await listAuditRows(tx, { filters, after: toPosition(cursor), limit: limit + 1 });
    const rows = found.rows.slice(0, limit);
    const next = found.rows.length > limit ? rows.at(-1) : found.reached;
    const viewed = {
      names: await findNames(tx, rows.flatMap(subjectOf)),
      resources: readableResources(tx.permissions),
    };
    return {
      items: rows.map((row) => toAuditEntryView(row, viewed)),
      nextCursor: next ? encodeCursor([next.occurredAt.getTime(), Number(next.sequence)]) : null,
      searchedBackTo: found.reached?.occurredAt ?? null,
    };
  });
}

function toPosition(cursor: string | null | undefined): Position | null {
  const values = decodeCursor(cursor, ["instant", "sequence"]);
  return values && { occurredAt: new Date(Number(values[0])), sequence: BigInt(values[1] ?? 0) };
}
