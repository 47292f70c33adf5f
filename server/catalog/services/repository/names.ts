import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";

/** What services are called, archived ones too: somebody has them booked. */
export async function findServiceNames(
  ctx: CompanyContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db(ctx).service.findMany({
    where: { companyId: ctx.companyId, id: { in: [...ids] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
