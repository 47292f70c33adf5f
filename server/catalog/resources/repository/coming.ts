import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";
import { nameVisits } from "../../services/queries/name-visits";

const SHOWN = 20;

function toCome({ companyId, now }: CompanyContext, resourceId: string): Prisma.ResourceOccupancyWhereInput {
  return { companyId, resourceId, holdId: null, blockedUntil: { gt: now } };
}

/** Appointments and classes that still take it, the next ones first, and how many there are. */
export async function listComing(ctx: CompanyContext, resourceId: string) {
  const where = toCome(ctx, resourceId);
  const service = { select: { id: true, name: true } };
  const rows = await db(ctx).resourceOccupancy.findMany({
    where,
    select: {
      appointment: { select: { id: true, startsAt: true, endsAt: true, parts: true, service } },
      classSession: { select: { startsAt: true, endsAt: true, service } },
    },
    orderBy: [{ blockedFrom: "asc" }, { id: "asc" }],
    take: SHOWN,
  });
  const uses = rows
    .map(({ appointment, classSession }) => appointment ?? (classSession && { ...classSession, id: null, parts: null }))
    .filter((use) => use !== null);
  const coming = (await nameVisits(ctx, uses)).map(({ id, startsAt, endsAt, serviceName }) => {
    return { appointmentId: id, startsAt, endsAt, serviceName };
  });
  return { coming, comingCount: await db(ctx).resourceOccupancy.count({ where }) };
}

/** The most units that are taken at one instant from now on. */
export async function findPeak(ctx: CompanyContext, resourceId: string): Promise<number> {
  const [row] = await db(ctx).$queryRaw<{ peak: number }[]>`
    WITH coming AS (
      SELECT quantity, blocked_from, blocked_until FROM resource_occupancies o
      WHERE company_id = ${ctx.companyId}::uuid AND resource_id = ${resourceId}::uuid AND blocked_until > ${ctx.now}
        AND (hold_id IS NULL OR EXISTS (SELECT FROM slot_holds h WHERE h.id = o.hold_id AND h.expires_at > clock_timestamp())))
    SELECT coalesce(max((SELECT sum(quantity) FROM coming c WHERE c.blocked_from <= at.blocked_from AND c.blocked_until > at.blocked_from)), 0)::int AS peak
    FROM coming at`;
  return row?.peak ?? 0;
}
