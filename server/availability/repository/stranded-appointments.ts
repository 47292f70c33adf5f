import { nameVisits } from "@/server/catalog/services/queries/name-visits";
import type { KeptVisit } from "@/server/catalog/services/rules/visit";
import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";

/** Whose time it is that an appointment may lie in: the company's when nothing is named. */
export interface TimeOwner {
  branchId?: string | null | undefined;
  staffId?: string | null | undefined;
  resourceId?: string | null | undefined;
}

export interface ComingAppointment {
  id: string;
  branchId: string;
  startsAt: Date;
  endsAt: Date;
  customerName: string;
  serviceName: string;
  staffName: string;
}

type ComingRow = Omit<ComingAppointment, "serviceName"> & KeptVisit;

/** More than that nobody reads; the count says how many there are. */
export const MOST_LISTED = 1000;

/**
 * What is still to come in a stretch of time and takes this owner's: of a person and of a room as long as they are really
 * taken, buffers left out. Each stretch stands for itself, so a composite appointment may come twice.
 */
export async function findComingAppointments(
  ctx: CompanyContext,
  { branchId = null, staffId = null, resourceId = null, from, until }: TimeOwner & { from: Date; until: Date | null },
): Promise<ComingAppointment[]> {
  const rows = await db(ctx).$queryRaw<ComingRow[]>`
    WITH taken AS (
      SELECT a.id, a.starts_at, a.ends_at FROM appointments a
      WHERE a.company_id = ${ctx.companyId}::uuid AND ${staffId}::uuid IS NULL AND ${resourceId}::uuid IS NULL
      UNION ALL
      SELECT a.id, greatest(o.blocked_from, a.starts_at), least(o.blocked_until, a.ends_at) FROM staff_occupancies o
      JOIN appointments a ON a.company_id = o.company_id AND (a.id = o.appointment_id OR a.class_session_id = o.class_session_id)
      WHERE o.company_id = ${ctx.companyId}::uuid AND o.staff_id = ${staffId}::uuid AND o.blocked_until > ${from}::timestamptz
      UNION ALL
      SELECT a.id, greatest(o.blocked_from, a.starts_at), least(o.blocked_until, a.ends_at) FROM resource_occupancies o
      JOIN appointments a ON a.company_id = o.company_id AND (a.id = o.appointment_id OR a.class_session_id = o.class_session_id)
      WHERE o.company_id = ${ctx.companyId}::uuid AND o.resource_id = ${resourceId}::uuid AND o.blocked_until > ${from}::timestamptz)
    SELECT a.id, a.branch_id AS "branchId", taken.starts_at AS "startsAt", taken.ends_at AS "endsAt",
      concat_ws(' ', c.first_name, c.last_name) AS "customerName", json_build_object('id', s.id, 'name', s.name) AS service, a.parts, p.name AS "staffName"
    FROM taken JOIN appointments a ON a.id = taken.id AND a.company_id = ${ctx.companyId}::uuid
    JOIN customers c ON c.company_id = a.company_id AND c.id = a.customer_id
    JOIN services s ON s.company_id = a.company_id AND s.id = a.service_id
    JOIN staff p ON p.company_id = a.company_id AND p.id = a.staff_id
    WHERE a.status IN ('pending', 'confirmed') AND taken.ends_at > ${from}::timestamptz AND a.starts_at > ${ctx.now}::timestamptz
      AND (${until}::timestamptz IS NULL OR taken.starts_at < ${until}::timestamptz)
      AND (${branchId}::uuid IS NULL OR a.branch_id = ${branchId}::uuid)
    ORDER BY taken.starts_at, a.id LIMIT ${MOST_LISTED}`;
  return (await nameVisits(ctx, rows)).map(({ service: _, services: _all, ...visit }) => visit);
}
