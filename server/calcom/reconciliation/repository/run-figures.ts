import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import type { RunKind } from "../schema";

export interface DayFigures {
  day: string;
  compared: number;
  drifted: number;
  resolved: number;
}

/** What the runs of each day counted, by the days of a zone. */
export async function sumRunsByDay(
  ctx: CompanyContext,
  { since, zone }: { since: Date; zone: string },
): Promise<DayFigures[]> {
  return db(ctx).$queryRaw<DayFigures[]>`
    SELECT to_char(started_at AT TIME ZONE ${zone}::text, 'YYYY-MM-DD') AS day,
      coalesce(sum((counts ->> 'compared')::int), 0)::int AS compared,
      coalesce(sum((counts ->> 'drifted')::int), 0)::int AS drifted,
      coalesce(sum((counts ->> 'resolved')::int), 0)::int AS resolved
    FROM calcom_sync_runs WHERE company_id = ${ctx.companyId}::uuid AND started_at >= ${since}
    GROUP BY day ORDER BY day`;
}

/** How far ahead anything of theirs may be booked by rule; null where no rule goes further than it is set up. */
export async function findFarthestDays(ctx: CompanyContext): Promise<number | null> {
  const { companyId } = ctx;
  const [row] = await db(ctx).$queryRaw<{ days: number | null }[]>`
    SELECT greatest(
      (SELECT max(max_horizon_days) FROM services WHERE company_id = ${companyId}::uuid AND deleted_at IS NULL),
      (SELECT max((config ->> 'maxHorizonDays')::int) FROM policy_configurations
        WHERE company_id = ${companyId}::uuid AND is_active)) AS days`;
  return row?.days ?? null;
}

/** The one that was started last, whatever came of it. */
export async function findLastRun(ctx: CompanyContext, since: Date) {
  return db(ctx).calcomSyncRun.findFirst({
    where: { companyId: ctx.companyId, startedAt: { gte: since } },
    select: { startedAt: true, state: true },
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
  });
}

/** When one of this kind was started the last time, whatever came of it. */
export async function findLastStart(ctx: CompanyContext, kind: RunKind): Promise<Date | null> {
  const where = { companyId: ctx.companyId, kind, isDry: false };
  const select = { startedAt: true };
  return (
    (await db(ctx).calcomSyncRun.findFirst({ where, select, orderBy: [{ startedAt: "desc" }, { id: "desc" }] }))
      ?.startedAt ?? null
  );
}
