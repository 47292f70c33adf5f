import type { CompanyContext } from "@/server/core/context";
import { ask, db } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import { type DriftKind, type RunCounts, type RunKind, runCounts, runKinds } from "../schema";

const select = {
  ...{ id: true, kind: true, state: true, isDry: true, strategy: true, windowFrom: true, windowUntil: true },
  ...{ position: true, counts: true, kinds: true, requestCount: true, failedReason: true, actor: true },
  ...{ startedAt: true, endedAt: true, updatedAt: true, leaseToken: true, lookedUp: true },
} satisfies Prisma.CalcomSyncRunSelect;
type Row = Prisma.CalcomSyncRunGetPayload<{ select: typeof select }>;
export interface RunRow extends Omit<Row, "counts" | "kinds"> {
  counts: RunCounts;
  kinds: Partial<Record<DriftKind, number>>;
}

const toRun = (row: Row): RunRow => {
  return { ...row, counts: runCounts.parse(row.counts), kinds: runKinds.parse(row.kinds) };
};

export async function findRun(ctx: CompanyContext, id: string): Promise<RunRow | null> {
  const row = await db(ctx).calcomSyncRun.findFirst({ where: { companyId: ctx.companyId, id }, select });
  return row && toRun(row);
}

export async function findRunning(ctx: CompanyContext): Promise<RunRow | null> {
  const where = { companyId: ctx.companyId, state: "running" as const };
  const row = await db(ctx).calcomSyncRun.findFirst({ where, select });
  return row && toRun(row);
}

export interface NewRun {
  kind: RunKind;
  isDry: boolean;
  strategy: string | null;
  from: Date;
  until: Date;
  actor: Prisma.InputJsonObject;
}

/** Null when one is running already. */
export async function insertRun(ctx: CompanyContext, fresh: NewRun): Promise<string | null> {
  const { kind, isDry, strategy, from, until, actor } = fresh;
  const id = newId();
  const made = await db(ctx).$executeRaw`
    INSERT INTO calcom_sync_runs
      (id, company_id, kind, is_dry, strategy, window_from, window_until, position, actor, started_at, updated_at)
    VALUES (${id}::uuid, ${ctx.companyId}::uuid, ${kind}::calcom_run_kind, ${isDry}, ${strategy}, ${from}, ${until}, ${from},
      ${JSON.stringify(actor)}::jsonb, ${ctx.now}, clock_timestamp())
    ON CONFLICT (company_id) WHERE state = 'running' DO NOTHING`;
  return made === 1 ? id : null;
}

export interface RunChange {
  /** It only ever goes on. */
  position?: Date;
  /** Added to what was looked up of the stretch that it is at. */
  lookedUp?: string[];
  /** Added to what was counted. */
  counts?: Partial<RunCounts>;
  kinds?: readonly DriftKind[];
  requests?: number;
  isGivenBack?: boolean;
  end?: { state: "finished" | "failed"; reason?: string };
}

/** The run is changed by somebody who need not have it. */
export async function changeRun(ctx: CompanyContext, id: string, change: RunChange): Promise<void> {
  const where = { companyId: ctx.companyId, id, state: "running" as const };
  await ask(
    ctx,
    Prisma.sql`SELECT id FROM calcom_sync_runs WHERE company_id = ${ctx.companyId}::uuid AND id = ${id}::uuid FOR UPDATE`,
  );
  const run = await findRun(ctx, id);
  if (!run) return;
  const counts = { ...run.counts };
  for (const name of Object.keys(change.counts ?? {}) as (keyof RunCounts)[])
    counts[name] += change.counts?.[name] ?? 0;
  const kinds = { ...run.kinds };
  for (const kind of change.kinds ?? []) kinds[kind] = (kinds[kind] ?? 0) + 1;
  const { position, lookedUp = [], requests = 0, isGivenBack, end } = change;
  await db(ctx).calcomSyncRun.updateMany({
    where,
    data: {
      ...{ counts, kinds, requestCount: run.requestCount + requests },
      ...(lookedUp.length > 0 && { lookedUp: [...run.lookedUp, ...lookedUp] }),
      ...(position && position > run.position && { position, lookedUp: [] }),
      ...((isGivenBack || end) && { leasedUntil: null, leaseToken: null }),
      ...(end && { state: end.state, endedAt: ctx.now, failedReason: end.reason ?? null }),
    },
  });
}

interface RunPage {
  kind: RunKind | undefined;
  skip: number;
  limit: number;
}

export async function listRunRows(ctx: CompanyContext, { kind, skip, limit }: RunPage): Promise<RunRow[]> {
  const where = { companyId: ctx.companyId, ...(kind && { kind }) };
  const orderBy = [{ startedAt: "desc" as const }, { id: "desc" as const }];
  return (await db(ctx).calcomSyncRun.findMany({ where, select, orderBy, skip, take: limit + 1 })).map(toRun);
}

export async function countRunRows(ctx: CompanyContext, kind: RunKind | undefined): Promise<number> {
  return db(ctx).calcomSyncRun.count({ where: { companyId: ctx.companyId, ...(kind && { kind }) } });
}
