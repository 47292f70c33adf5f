import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { carrierOf } from "./parts";

/** Whoever does it has an event type of their own for it, or there is one for everybody. */
const mappedFor = (serviceId: Prisma.Sql, staffId: Prisma.Sql) => Prisma.sql`
  EXISTS (SELECT FROM team_event_type_mappings m WHERE m.company_id = a.company_id AND m.is_active
    AND m.service_id = ${serviceId} AND (m.staff_id IS NULL OR m.staff_id = ${staffId}))`;

/** What is to come, could stand over there, and was never written: it is older than the connection. */
const unwritten = (ctx: CompanyContext) => Prisma.sql`
  FROM appointments a
  WHERE a.company_id = ${ctx.companyId}::uuid AND a.calcom_sync_status = 'not_linked' AND a.starts_at > ${ctx.now}
    AND a.status IN ('pending', 'confirmed')
    AND (a.class_session_id IS NULL OR a.id = ${carrierOf(ctx, Prisma.sql`a.class_session_id`)})
    AND (${mappedFor(Prisma.sql`a.service_id`, Prisma.sql`a.staff_id`)}
      OR EXISTS (SELECT FROM appointment_segments s WHERE s.company_id = a.company_id AND s.appointment_id = a.id
        AND s.occupies_staff AND ${mappedFor(Prisma.sql`s.service_id`, Prisma.sql`s.staff_id`)}))`;

/** Those that come first. */
export async function listUnwrittenIds(ctx: CompanyContext, limit: number): Promise<string[]> {
  const rows = await db(ctx).$queryRaw<{ id: string }[]>`
    SELECT a.id ${unwritten(ctx)} ORDER BY a.starts_at, a.id LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

export async function countUnwrittenRows(ctx: CompanyContext): Promise<number> {
  const [row] = await db(ctx).$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count ${unwritten(ctx)}`;
  return row?.count ?? 0;
}
