import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";

/** Entries about these rows, or whose values mention one of them. */
export async function listEntriesAbout(ctx: CompanyContext, ids: string[]): Promise<string[]> {
  const mentioned = ids.map((id) => `%${id}%`);
  const rows = await db(ctx).$queryRaw<{ id: string }[]>`
    SELECT id FROM activity_logs
    WHERE company_id = ${ctx.companyId}::uuid AND salt IS NOT NULL AND (subject_id = ANY (${ids}::uuid[])
      OR old_values::text LIKE ANY (${mentioned}::text[]) OR new_values::text LIKE ANY (${mentioned}::text[]))`;
  return rows.map(({ id }) => id);
}

export async function blankValues(ctx: CompanyContext, entryIds: string[]): Promise<number> {
  const [row] = await db(ctx).$queryRaw<{ erased: number }[]>`
    SELECT erase_activity_values(${ctx.companyId}::uuid, ${entryIds}::uuid[]) AS erased`;
  return row?.erased ?? 0;
}
