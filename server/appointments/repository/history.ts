import { type NamedVisit, nameVisits } from "@/server/catalog/services/queries/name-visits";
import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";

interface VisitRow {
  id: string;
  startsAt: string;
  status: string;
  service: { id: string; name: string };
  parts: unknown;
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
      SELECT a.id, a.starts_at, a.status, a.service_id, a.parts, s.name AS service, p.name AS person
      FROM appointments a
      JOIN services s ON s.company_id = a.company_id AND s.id = a.service_id
      JOIN staff p ON p.company_id = a.company_id AND p.id = a.staff_id
      WHERE a.company_id = ${ctx.companyId}::uuid AND a.customer_id = ${customerId}::uuid
      ORDER BY a.starts_at DESC, a.id DESC LIMIT 200)
    SELECT
      (SELECT json_build_object('id', id, 'startsAt', starts_at, 'status', status,
          'service', json_build_object('id', service_id, 'name', service), 'parts', parts, 'staffName', person)
        FROM own WHERE starts_at < ${ctx.now}::timestamptz AND status = 'completed' ORDER BY starts_at DESC, id DESC LIMIT 1) AS last,
      (SELECT json_build_object('id', id, 'startsAt', starts_at, 'status', status,
          'service', json_build_object('id', service_id, 'name', service), 'parts', parts, 'staffName', person)
        FROM own WHERE starts_at >= ${ctx.now}::timestamptz AND status IN ('pending', 'confirmed') ORDER BY starts_at, id LIMIT 1) AS next,
      (SELECT json_build_object('id', service_id, 'name', service)
        FROM own WHERE status <> 'cancelled' GROUP BY service_id, service ORDER BY count(*) DESC, max(starts_at) DESC LIMIT 1) AS preferred`;
  const { last = null, next = null, preferred = null } = row ?? {};
  const visits = await nameVisits(
    ctx,
    [last, next].filter((visit) => visit !== null),
  );
  const of = (visit: VisitRow | null) => toVisit(visits.find(({ id }) => id === visit?.id));
  return { last: of(last), next: of(next), preferredService: preferred };
}

function toVisit(visit: NamedVisit<VisitRow> | undefined) {
  if (!visit) return null;
  const { id, status, serviceName, staffName } = visit;
  return { id, status, serviceName, staffName, startsAt: new Date(visit.startsAt) };
}
