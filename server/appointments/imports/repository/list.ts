import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";
import type { ImportLineState } from "../schema";

const select = {
  id: true,
  line: true,
  state: true,
  cells: true,
  plan: true,
  problems: true,
  appointmentId: true,
} satisfies Prisma.ImportLineSelect;

export type ImportLineRow = Prisma.ImportLineGetPayload<{ select: typeof select }>;

interface LineQuery {
  jobId: string;
  states?: ImportLineState[] | undefined;
}

const wanted = ({ companyId }: CompanyContext, { jobId, states }: LineQuery): Prisma.ImportLineWhereInput => ({
  companyId,
  jobId,
  ...(states?.length ? { state: { in: states } } : {}),
});

export async function listLineRows(
  ctx: CompanyContext,
  { limit, skip, after, ...query }: LineQuery & { limit: number; skip: number; after: number | null },
): Promise<ImportLineRow[]> {
  const where = { ...wanted(ctx, query), ...(after !== null && { line: { gt: after } }) };
  return db(ctx).importLine.findMany({ where, select, orderBy: { line: "asc" }, skip, take: limit + 1 });
}

export async function countLineRows(ctx: CompanyContext, query: LineQuery): Promise<number> {
  return db(ctx).importLine.count({ where: wanted(ctx, query) });
}
