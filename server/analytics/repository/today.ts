import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import type { Today } from "../schema";
import { visibleRows } from "./visible";

type Counts = Pick<Today, "total" | "done" | "cancelled" | "noShow">;

export async function countToday(
  ctx: CompanyContext,
  { from, until, branchId }: { from: Date; until: Date; branchId?: string },
): Promise<Counts> {
  const [row] = await db(ctx).$queryRaw<Counts[]>`
    SELECT count(*) FILTER (WHERE a.status <> 'cancelled')::int AS total,
      count(*) FILTER (WHERE a.status = 'completed')::int AS done,
      count(*) FILTER (WHERE a.status = 'cancelled')::int AS cancelled,
      count(*) FILTER (WHERE a.status = 'no_show')::int AS "noShow"
    FROM appointments a
    WHERE ${visibleRows(ctx, { row: "a", branchId })} AND a.starts_at >= ${from} AND a.starts_at < ${until}`;
  return row ?? { total: 0, done: 0, cancelled: 0, noShow: 0 };
}
