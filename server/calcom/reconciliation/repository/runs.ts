import type { CompanyContext } from "@/server/core/context";
import { ask, db } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import { type DriftKind, type RunCounts, type RunKind, runCounts, runKinds } from "../schema";

type Row = Omit<Prisma.CalcomSyncRunGetPayload<object>, "companyId" | "leasedUntil" | "createdAt">;
export interface RunRow extends Omit<Row, "counts" | "kinds"> {
  counts: RunCounts;
  kinds: Partial<Record<DriftKind, number>>;
}

const toRun = (row: Row): RunRow => {
  return { ...row, counts: runCounts.parse(row.counts), kinds: runKinds.parse(row.kinds) };
};

export const RUN_COLUMNS = Prisma.sql`
  id, kind::text, state::text, is_dry AS "isDry", strategy, window_from AS "windowFrom", window_until AS "windowUntil", position,
  counts, kinds, request_count AS "requestCount", failed_reason AS "failedReason", actor, started_at AS "startedAt",
  ended_at AS "endedAt", updated_at AS "updatedAt", lease_token AS "leaseToken", looked_up AS "lookedUp"`;

/** By the driver: a run asks for itself again and again. Null where there is none. */
export async function askForRun(ctx: CompanyContext, statement: Prisma.Sql): Promise<RunRow | null> {
  const [row] = await ask<Row>(ctx, statement);
  return row ? toRun(row) : null;
}

export const findRun = (ctx: CompanyContext, id: string): Promise<RunRow | null> =>
  askForRun(
    ctx,
    Prisma.sql`SELECT ${RUN_COLUMNS} FROM calcom_sync_runs WHERE company_id = ${ctx.companyId}::uuid AND id = ${id}::uuid`,
  );

export const findRunning = (ctx: CompanyContext): Promise<RunRow | null> =>
  askForRun(
    ctx,
    Prisma.sql`SELECT ${RUN_COLUMNS} FROM calcom_sync_runs WHERE company_id = ${ctx.companyId}::uuid AND state = 'running'`,
  );

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
  const run = await askForRun(
    ctx,
    Prisma.sql`
    SELECT ${RUN_COLUMNS} FROM calcom_sync_runs
    WHERE company_id = ${ctx.companyId}::uuid AND id = ${id}::uuid AND state = 'running' FOR UPDATE`,
  );
  if (run) await changeLockedRun(ctx, run, change);
}

/** As it was read under its lock, in this transaction. */
export async function changeLockedRun(ctx: CompanyContext, run: RunRow, change: RunChange): Promise<void> {
  const { position, lookedUp = [], requests = 0, isGivenBack, end } = change;
  const counts = { ...run.counts };
  for (const name of Object.keys(change.counts ?? {}) as (keyof RunCounts)[])
    counts[name] += change.counts?.[name] ?? 0;
  const kinds = { ...run.kinds };
  for (const kind of change.kinds ?? []) kinds[kind] = (kinds[kind] ?? 0) + 1;
  const hasGoneOn = position !== undefined && position > run.position;
  const sets = [
    Prisma.sql`counts = ${JSON.stringify(counts)}::jsonb, kinds = ${JSON.stringify(kinds)}::jsonb`,
    Prisma.sql`request_count = request_count + ${requests}::int, updated_at = clock_timestamp()`,
    ...(hasGoneOn ? [Prisma.sql`position = ${position}`] : []),
    Prisma.sql`looked_up = ${hasGoneOn ? [] : [...run.lookedUp, ...lookedUp]}::uuid[]`,
    ...(isGivenBack || end ? [Prisma.sql`leased_until = NULL, lease_token = NULL`] : []),
    ...(end
      ? [
          Prisma.sql`state = ${end.state}::calcom_run_state, ended_at = ${ctx.now}, failed_reason = ${end.reason ?? null}`,
        ]
      : []),
  ];
  await ask(
    ctx,
    Prisma.sql`
    UPDATE calcom_sync_runs SET ${Prisma.join(sets, ", ")} WHERE company_id = ${ctx.companyId}::uuid AND id = ${run.id}::uuid`,
  );
}

interface RunPage {
  kind: RunKind | undefined;
  skip: number;
  limit: number;
}

export async function listRunRows(ctx: CompanyContext, { kind, skip, limit }: RunPage): Promise<RunRow[]> {
  const ofKind = kind ? Prisma.sql`AND kind = ${kind}::calcom_run_kind` : Prisma.empty;
  const rows = await ask<Row>(
    ctx,
    Prisma.sql`
    SELECT ${RUN_COLUMNS} FROM calcom_sync_runs WHERE company_id = ${ctx.companyId}::uuid ${ofKind}
    ORDER BY started_at DESC, id DESC LIMIT ${limit + 1} OFFSET ${skip}`,
  );
  return rows.map(toRun);
}

export async function countRunRows(ctx: CompanyContext, kind: RunKind | undefined): Promise<number> {
  return db(ctx).calcomSyncRun.count({ where: { companyId: ctx.companyId, ...(kind && { kind }) } });
}
