import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";

const ANY_ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

/** A part of a company's log; the last entry of a part is the one before the next part's first. */
export interface LogPart {
  from: number;
  until: number;
}

/** So many entries are looked through at once: a long log must not be one long transaction. */
const PART = 5000;

export async function listLogParts(ctx: CompanyContext): Promise<LogPart[]> {
  const { companyId } = ctx;
  const last = await db(ctx).activityLog.aggregate({ where: { companyId }, _max: { sequence: true } });
  const length = Number(last._max.sequence ?? -1) + 1;
  return Array.from({ length: Math.ceil(length / PART) }, (_, at) => ({ from: at * PART, until: (at + 1) * PART }));
}

/**
 * Entries about these rows, or whose values mention one of them: each entry is read once, however many rows are meant. What
 * an erasure itself left is not among them: it says that there was one, and why.
 */
export async function listEntriesAbout(
  ctx: CompanyContext,
  ids: string[],
  { from, until }: LogPart,
): Promise<string[]> {
  const rows = await db(ctx).$queryRaw<{ id: string }[]>`
    SELECT id FROM activity_logs
    WHERE company_id = ${ctx.companyId}::uuid AND sequence >= ${from}::bigint AND sequence < ${until}::bigint
      AND salt IS NOT NULL AND action <> 'process_privacy_requests' AND (subject_id = ANY (${ids}::uuid[])
      OR EXISTS (SELECT FROM regexp_matches(concat_ws(' ', old_values, new_values), ${ANY_ID}, 'gi') AS mentioned (found)
        WHERE lower(found[1]) = ANY (${ids}::text[])))`;
  return rows.map(({ id }) => id);
}

export async function blankValues(ctx: CompanyContext, entryIds: string[]): Promise<number> {
  const [row] = await db(ctx).$queryRaw<{ erased: number }[]>`
    SELECT erase_activity_values(${ctx.companyId}::uuid, ${entryIds}::uuid[]) AS erased`;
  return row?.erased ?? 0;
}
