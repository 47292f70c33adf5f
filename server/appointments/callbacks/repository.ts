import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";

const select = {
  id: true,
  status: true,
  priority: true,
  name: true,
  phone: true,
  reason: true,
  preferredTimes: true,
  dueAt: true,
  createdAt: true,
  callId: true,
  branch: { select: { id: true, name: true, timezone: true } },
  customer: { select: { id: true, firstName: true, lastName: true } },
} satisfies Prisma.CallbackRequestSelect;

export type CallbackRow = Prisma.CallbackRequestGetPayload<{ select: typeof select }>;

export async function insertCallback(
  ctx: CompanyContext,
  data: Omit<Prisma.CallbackRequestUncheckedCreateInput, "companyId">,
): Promise<void> {
  await db(ctx).callbackRequest.create({ data: { ...data, companyId: ctx.companyId }, select: { id: true } });
}

/** Soonest due first. */
export async function listCallbackRows(
  ctx: CompanyContext,
  query: { where: Prisma.CallbackRequestWhereInput; limit: number; after: (string | number)[] | null },
): Promise<CallbackRow[]> {
  const { branchIds } = ctx.restriction ?? { branchIds: [] };
  const own = branchIds.length > 0 ? { branchId: { in: branchIds } } : {};
  return db(ctx).callbackRequest.findMany({
    where: { AND: [{ companyId: ctx.companyId }, own, query.where, query.after ? behind(query.after) : {}] },
    select,
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take: query.limit + 1,
  });
}

function behind([dueAt, id]: (string | number)[]): Prisma.CallbackRequestWhereInput {
  const at = new Date(Number(dueAt));
  return { OR: [{ dueAt: { gt: at } }, { dueAt: at, id: { gt: String(id) } }] };
}

export async function countCallbacksOf(ctx: CompanyContext, callId: string): Promise<number> {
  return db(ctx).callbackRequest.count({ where: { companyId: ctx.companyId, callId } });
}
