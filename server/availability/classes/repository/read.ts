import type { CompanyContext } from "@/server/core/context";
import { ask, db } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import type { ListSessionsInput } from "../schema";

const select = {
  id: true,
  startsAt: true,
  endsAt: true,
  capacity: true,
  placesTaken: true,
  note: true,
  cancelledAt: true,
  cancellationReason: true,
  seriesId: true,
  version: true,
  service: {
    select: { id: true, name: true, colour: true, bufferBeforeMinutes: true, bufferAfterMinutes: true },
  },
  branch: { select: { id: true, name: true, timezone: true } },
  staff: { select: { id: true, name: true, colour: true } },
  resourceOccupancies: {
    select: { resource: { select: { id: true, name: true } } },
    orderBy: { resource: { name: "asc" } },
  },
} satisfies Prisma.ClassSessionSelect;

export type SessionRow = Prisma.ClassSessionGetPayload<{ select: typeof select }>;

/** The company, and what the user's role narrows: what they teach themselves, their branches. */
function visible({ companyId, restriction }: CompanyContext): Prisma.ClassSessionWhereInput {
  const { staffId, branchIds } = restriction ?? { branchIds: [] };
  return {
    companyId,
    ...(staffId ? { staffId } : {}),
    ...(branchIds.length > 0 ? { branchId: { in: branchIds } } : {}),
  };
}

export function listSessionRows(ctx: CompanyContext, filters: ListSessionsInput): Promise<SessionRow[]> {
  const { from, until, branchId, staffId, serviceId } = filters;
  const narrowed = { ...(branchId && { branchId }), ...(staffId && { staffId }), ...(serviceId && { serviceId }) };
  return db(ctx).classSession.findMany({
    where: { AND: [visible(ctx), narrowed, { startsAt: { gte: from, lt: until } }] },
    select,
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
}

export function findSessionRow(ctx: CompanyContext, sessionId: string): Promise<SessionRow | null> {
  return db(ctx).classSession.findFirst({ where: { AND: [visible(ctx), { id: sessionId }] }, select });
}

/** Whoever books or changes it at the same time waits until the transaction ends. */
export async function lockSession(ctx: CompanyContext, sessionId: string): Promise<void> {
  await ask<object>(
    ctx,
    Prisma.sql`
    SELECT id FROM class_sessions WHERE company_id = ${ctx.companyId}::uuid AND id = ${sessionId}::uuid FOR UPDATE`,
  );
}
