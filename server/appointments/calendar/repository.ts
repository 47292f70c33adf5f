import type { CompanyContext } from "@/server/core/context";
import { ask } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import type { CalendarEntry } from "./schema";

interface Stretch {
  from: Date;
  until: Date;
  branchId?: string | undefined;
  staffIds?: string[] | undefined;
}

/**
 * What takes place in the stretch, by start; places in a class stand with the class. One that began the day before and goes
 * on is among them, and no appointment is longer than two days: the index by start narrows it to what is shown.
 */
export async function listCalendarEntries(ctx: CompanyContext, stretch: Stretch): Promise<CalendarEntry[]> {
  const { companyId, restriction } = ctx;
  const { from, until, branchId = null, staffIds = null } = stretch;
  const own = restriction?.staffId ?? null;
  const ownBranches = restriction?.branchIds.length ? restriction.branchIds : null;
  return ask<CalendarEntry>(
    ctx,
    Prisma.sql`
    SELECT a.id, a.branch_id AS "branchId", a.staff_id AS "staffId", a.status, a.source, a.version,
      date_part('epoch', a.starts_at) * 1000 AS "startsAt", date_part('epoch', a.ends_at) * 1000 AS "endsAt",
      a.calcom_sync_status AS "calcomSyncStatus", concat_ws(' ', nullif(c.first_name, ''), c.last_name) AS "customerName",
      a.service_id AS "serviceId", coalesce(v.name, s.name) AS "serviceName", s.colour, coalesce(a.notes, '') <> '' AS "hasNotes",
      ARRAY (SELECT DISTINCT r.name FROM resource_occupancies o JOIN resources r ON r.company_id = o.company_id AND r.id = o.resource_id
        WHERE o.company_id = a.company_id AND o.appointment_id = a.id ORDER BY r.name) AS resources,
      CASE WHEN a.booking_type = 'composite' THEN (
        SELECT coalesce(json_agg(json_build_object('staffId', g.staff_id, 'name', g.name, 'occupiesStaff', g.occupies_staff,
            'startsAt', date_part('epoch', g.starts_at) * 1000, 'endsAt', date_part('epoch', g.ends_at) * 1000) ORDER BY g.position), '[]')
        FROM appointment_segments g WHERE g.company_id = a.company_id AND g.appointment_id = a.id) ELSE '[]' END AS parts
    FROM appointments a
    JOIN customers c ON c.company_id = a.company_id AND c.id = a.customer_id
    JOIN services s ON s.company_id = a.company_id AND s.id = a.service_id
    LEFT JOIN LATERAL (
      SELECT string_agg(n.name, ' + ' ORDER BY p.nr) AS name
      FROM jsonb_array_elements(CASE jsonb_typeof(a.parts) WHEN 'array' THEN a.parts END) WITH ORDINALITY AS p(part, nr)
      JOIN services n ON n.company_id = a.company_id AND n.id = (p.part->>'serviceId')::uuid) v ON a.booking_type = 'composite'
    WHERE a.company_id = ${companyId}::uuid AND a.starts_at >= ${from}::timestamptz - interval '2 days'
      AND a.starts_at < ${until}::timestamptz AND a.ends_at > ${from}::timestamptz
      AND a.status <> 'cancelled' AND a.class_session_id IS NULL
      AND (${branchId}::uuid IS NULL OR a.branch_id = ${branchId}::uuid)
      AND (${ownBranches}::uuid[] IS NULL OR a.branch_id = ANY (${ownBranches}::uuid[]))
      AND (${own}::uuid IS NULL OR a.staff_id = ${own}::uuid)
      AND (${staffIds}::uuid[] IS NULL OR a.staff_id = ANY (${staffIds}::uuid[]) OR (a.booking_type = 'composite' AND EXISTS (
        SELECT FROM appointment_segments g
        WHERE g.company_id = a.company_id AND g.appointment_id = a.id AND g.staff_id = ANY (${staffIds}::uuid[]))))
    ORDER BY a.starts_at, a.id`,
  );
}
