import type { CompanyContext } from "@/server/core/context";
import { ask, db } from "@/server/core/db";
import { AppError } from "@/server/core/errors";
import { Prisma } from "@/server/core/generated/client";

export async function insertSession(
  ctx: CompanyContext,
  data: Omit<Prisma.ClassSessionUncheckedCreateInput, "companyId">,
): Promise<void> {
  await db(ctx).classSession.create({ data: { ...data, companyId: ctx.companyId }, select: { id: true } });
}

/** The version guard turns a lost race into a conflict instead of an overwrite. */
export async function changeSession(
  ctx: CompanyContext,
  session: { id: string; version: number },
  data: Prisma.ClassSessionUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = await db(ctx).classSession.updateMany({
    where: { companyId: ctx.companyId, id: session.id, version: session.version },
    data: { ...data, version: session.version + 1 },
  });
  if (count === 0) throw new AppError({ code: "VERSION_CONFLICT", reason: "changed_meanwhile" });
}

export interface SessionTime {
  sessionId: string;
  staffId: string;
  blockedFrom: Date;
  blockedUntil: Date;
}

/** False when whoever teaches is somewhere else then; the constraint decides. */
export async function takeTeacher(ctx: CompanyContext, time: SessionTime): Promise<boolean> {
  const { sessionId, staffId, blockedFrom, blockedUntil } = time;
  const taken = await db(ctx).$executeRaw`
    INSERT INTO staff_occupancies (company_id, class_session_id, segment, staff_id, blocked_from, blocked_until)
    VALUES (${ctx.companyId}::uuid, ${sessionId}::uuid, 0, ${staffId}::uuid, ${blockedFrom}::timestamptz, ${blockedUntil}::timestamptz)
    ON CONFLICT ON CONSTRAINT staff_free DO NOTHING`;
  return taken === 1;
}

/** False when one of them has no unit left then. */
export async function takeSessionResources(
  ctx: CompanyContext,
  { sessionId, resourceIds, blockedFrom, blockedUntil }: Omit<SessionTime, "staffId"> & { resourceIds: string[] },
): Promise<boolean> {
  const [row] = await ask<{ taken: boolean }>(
    ctx,
    Prisma.sql`
    SELECT take_class_resources(${ctx.companyId}::uuid, ${sessionId}::uuid, ${resourceIds}::uuid[],
      ${blockedFrom}::timestamptz, ${blockedUntil}::timestamptz) AS taken`,
  );
  return row?.taken ?? false;
}

export async function freeSession(ctx: CompanyContext, sessionId: string): Promise<void> {
  const where = { companyId: ctx.companyId, classSessionId: sessionId };
  await db(ctx).resourceOccupancy.deleteMany({ where });
  await db(ctx).staffOccupancy.deleteMany({ where });
}
