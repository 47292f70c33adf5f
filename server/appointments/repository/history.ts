import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";

interface VisitRow {
  id: string;
  startsAt: string;
  status: string;
  serviceName: string;
  staffName: string;
}

interface HistoryRow {
  last: VisitRow | null;
  next: VisitRow | null;
  preferred: { id: string; name: string } | null;
}

/** Three looks at one index, in one round trip. */
export async function findHistoryRow(ctx: CompanyContext, customerId: string) {
  const [row] = await db(ctx).$queryRaw<HistoryRow[]>`
    WITH own AS (
      SELECT a.id, a.starts_at, a.status, a.service_id, s.name AS service, p.name AS person
      FROM appointments a
      JOIN services s ON s.company_id = a.company_id AND s.id = a.service_id
      JOIN staff p ON p.company_id = a.company_id AND p.id = a.staff_id
      WHERE a.company_id = ${ctx.companyId}::uuid AND a.customer_id = ${customerId}::uuid
      ORDER BY a.starts_at DESC LIMIT 200)
    SELECT
      (SELECT json_build_object('id', id, 'startsAt', starts_at, 'status', status, 'serviceName', service, 'staffName', person)
        FROM own WHERE starts_at < ${ctx.now}::timestamptz AND status = 'completed' ORDER BY starts_at DESC LIMIT 1) AS last,
      (SELECT json_build_object('id', id, 'startsAt', starts_at, 'status', status, 'serviceName', service, 'staffName', person)
        FROM own WHERE starts_at >= ${ctx.now}::timestamptz AND status IN ('pending', 'confirmed') ORDER BY starts_at LIMIT 1) AS next,
      (SELECT json_build_object('id', service_id, 'name', service)
        FROM own WHERE status <> 'cancelled' GROUP BY service_id, service ORDER BY count(*) DESC, max(starts_at) DESC LIMIT 1) AS preferred`;
  return { last: toVisit(row?.last), next: toVisit(row?.next), preferredService: row?.preferred ?? null };
}

const toVisit = (row: VisitRow | null | undefined) => (row ? { ...row, startsAt: new Date(row.startsAt) } : null);
