import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import type { StaffObstacles } from "../schema";

/** What still lies before somebody: their time that is taken tells it, also where they are only needed beside another. */
export async function findObstacles(ctx: CompanyContext, staffId: string): Promise<StaffObstacles> {
  const { companyId, now } = ctx;
  const [row] = await db(ctx).$queryRaw<{ appointments: number; sessions: number }[]>`
    SELECT count(DISTINCT o.appointment_id)::int AS appointments, count(DISTINCT o.class_session_id)::int AS sessions
    FROM staff_occupancies o LEFT JOIN appointments a ON a.company_id = o.company_id AND a.id = o.appointment_id
    WHERE o.company_id = ${companyId}::uuid AND o.staff_id = ${staffId}::uuid AND o.blocked_until > ${now}::timestamptz
      AND o.hold_id IS NULL AND (a.id IS NULL OR a.status IN ('pending', 'confirmed', 'in_progress'))`;
  const services = await db(ctx).service.findMany({
    where: { companyId, deletedAt: null, isActive: true, serviceSegments: { some: { staffId } } },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
  return { appointments: row?.appointments ?? 0, sessions: row?.sessions ?? 0, services };
}
