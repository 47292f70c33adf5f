import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { AppError } from "@/server/core/errors";
import type { Prisma } from "@/server/core/generated/client";
import type { ImportLineState } from "../schema";

const select = {
  id: true,
  fileName: true,
  branchId: true,
  branch: { select: { id: true, name: true, timezone: true } },
  encoding: true,
  delimiter: true,
  headers: true,
  mapping: true,
  options: true,
  status: true,
  error: true,
  actor: true,
  version: true,
  createdAt: true,
  startedAt: true,
  finishedAt: true,
} satisfies Prisma.ImportJobSelect;

export type ImportRow = Prisma.ImportJobGetPayload<{ select: typeof select }>;

/** Imports of the branches that the asking person works with. */
function visible({ companyId, restriction }: CompanyContext): Prisma.ImportJobWhereInput {
  const branchIds = restriction?.branchIds ?? [];
  return { companyId, ...(branchIds.length > 0 && { branchId: { in: branchIds } }) };
}

export async function insertImport(
  ctx: CompanyContext,
  data: Omit<Prisma.ImportJobUncheckedCreateInput, "companyId">,
): Promise<void> {
  await db(ctx).importJob.create({ data: { ...data, companyId: ctx.companyId }, select: { id: true } });
}

export async function findImport(ctx: CompanyContext, id: string): Promise<ImportRow | null> {
  return db(ctx).importJob.findFirst({ where: { ...visible(ctx), id }, select });
}

/** The import, locked until the transaction ends: its lines are worked off by one at a time. */
export async function lockImport(ctx: CompanyContext, id: string): Promise<ImportRow | null> {
  await db(ctx)
    .$queryRaw`SELECT id FROM import_jobs WHERE company_id = ${ctx.companyId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  return findImport(ctx, id);
}

export async function listImportRows(
  ctx: CompanyContext,
  { limit, skip, after }: { limit: number; skip: number; after: (string | number)[] | null },
): Promise<ImportRow[]> {
  const at = after && new Date(Number(after[0]));
  const behind = at ? { OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: String(after?.[1]) } }] } : {};
  const where = { AND: [visible(ctx), behind] };
  return db(ctx).importJob.findMany({
    where,
    select,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip,
    take: limit + 1,
  });
}

export async function countImportRows(ctx: CompanyContext): Promise<number> {
  return db(ctx).importJob.count({ where: visible(ctx) });
}

/** The version guard turns two people at one import into a conflict. */
export async function changeImport(
  ctx: CompanyContext,
  { id, version }: { id: string; version: number },
  data: Prisma.ImportJobUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = await db(ctx).importJob.updateMany({
    where: { companyId: ctx.companyId, id, version },
    data: { ...data, version: version + 1 },
  });
  if (count === 0) throw new AppError({ code: "VERSION_CONFLICT", reason: "changed_meanwhile" });
}

export interface LineCounts {
  counts: Partial<Record<ImportLineState, number>>;
  newCustomers: number;
}

/** How many lines of each import stand where; who is new counts once, however many lines they have. */
export async function countLines(ctx: CompanyContext, jobIds: string[]): Promise<Map<string, LineCounts>> {
  const rows = await db(ctx).$queryRaw<{ jobId: string; state: ImportLineState; lines: number; fresh: number }[]>`
    SELECT job_id AS "jobId", state, count(*)::int AS lines,
      (count(DISTINCT plan ->> 'customerName') FILTER (WHERE plan IS NOT NULL AND plan ->> 'customerId' IS NULL))::int AS fresh
    FROM import_lines WHERE company_id = ${ctx.companyId}::uuid AND job_id = ANY (${jobIds}::uuid[])
    GROUP BY job_id, state`;
  const byJob = new Map<string, LineCounts>();
  for (const { jobId, state, lines, fresh } of rows) {
    const known = byJob.get(jobId) ?? { counts: {}, newCustomers: 0 };
    const newCustomers = known.newCustomers + (state === "ready" || state === "done" ? fresh : 0);
    byJob.set(jobId, { counts: { ...known.counts, [state]: lines }, newCustomers });
  }
  return byJob;
}
