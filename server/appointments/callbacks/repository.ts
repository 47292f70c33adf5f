import { type CompanyContext, userIdOf } from "@/server/core/context";
import { db } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";
import { beyond, type ListOrder } from "@/server/core/page";

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

/** What the user's role narrows: their branches; for staff what they are to do, or what came of their own calls. */
function visible(ctx: CompanyContext): Prisma.CallbackRequestWhereInput {
  const { branchIds, staffId } = ctx.restriction ?? { branchIds: [] };
  const userId = userIdOf(ctx);
  const mine = userId ? [{ assignedToUserId: userId }] : [];
  return {
    ...(branchIds.length > 0 ? { branchId: { in: branchIds } } : {}),
    ...(staffId ? { OR: [...mine, { call: { staffId } }] } : {}),
  };
}

interface CallbackQuery {
  where: Prisma.CallbackRequestWhereInput;
  limit: number;
  skip: number;
  after: (string | number)[] | null;
  order: ListOrder;
}

/** By when they are due. */
export async function listCallbackRows(ctx: CompanyContext, query: CallbackQuery): Promise<CallbackRow[]> {
  const { order } = query;
  return db(ctx).callbackRequest.findMany({
    where: {
      AND: [{ companyId: ctx.companyId }, visible(ctx), query.where, query.after ? behind(query.after, order) : {}],
    },
    select,
    orderBy: [{ dueAt: order }, { id: order }],
    skip: query.skip,
    take: query.limit + 1,
  });
}

export async function countCallbackRows(
  ctx: CompanyContext,
  { where }: { where: Prisma.CallbackRequestWhereInput },
): Promise<number> {
  return db(ctx).callbackRequest.count({ where: { AND: [{ companyId: ctx.companyId }, visible(ctx), where] } });
}

function behind([dueAt, id]: (string | number)[], order: ListOrder): Prisma.CallbackRequestWhereInput {
  const at = new Date(Number(dueAt));
  return { OR: [{ dueAt: beyond(order, at) }, { dueAt: at, id: beyond(order, String(id)) }] };
}

export async function findCallback(ctx: CompanyContext, id: string): Promise<CallbackRow | null> {
  return db(ctx).callbackRequest.findFirst({
    where: { AND: [{ companyId: ctx.companyId, id }, visible(ctx)] },
    select,
  });
}

/** Only while it is still to be done: of two who finish it at once, one is told. */
export async function closeCallback(
  ctx: CompanyContext,
  { id, ...data }: { id: string; status: "done" | "failed"; resolution: string | null; doneAt: Date },
): Promise<boolean> {
  const { count } = await db(ctx).callbackRequest.updateMany({
    where: { companyId: ctx.companyId, id, status: { in: ["open", "in_progress"] } },
    data,
  });
  return count > 0;
}

/** What is still to be done for this number, of what was asked for in this call. */
export async function findOpenCallback(ctx: CompanyContext, { callId, phone }: { callId: string; phone: string }) {
  return db(ctx).callbackRequest.findFirst({
    where: { companyId: ctx.companyId, callId, phone, status: "open" },
    select: { id: true, branchId: true, reason: true, preferredTimes: true, priority: true, name: true, dueAt: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}

export async function writeCallback(
  ctx: CompanyContext,
  id: string,
  data: Pick<Prisma.CallbackRequestUncheckedUpdateManyInput, "reason" | "preferredTimes" | "priority" | "name">,
): Promise<void> {
  await db(ctx).callbackRequest.updateMany({ where: { companyId: ctx.companyId, id }, data });
}

/** Of a call: those that the caller asked for, and those that we thought of ourselves. */
export async function countCallbacksOf(ctx: CompanyContext, callId: string): Promise<{ asked: number; own: number }> {
  const where = { companyId: ctx.companyId, callId };
  const rows = await db(ctx).callbackRequest.findMany({ where, select: { cause: true } });
  const asked = rows.filter(({ cause }) => cause === "asked").length;
  return { asked, own: rows.length - asked };
}
