import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import type { Stamped } from "@/server/core/stamped-memory";
import type { PhoneBranch, PhoneService, PhoneStaff } from "../functions/rules/phone";

/** What a company says of itself on the telephone, whoever rings. It changes a few times a month. */
export interface PhoneCatalog {
  /** The agent's own language. */
  language: string | null;
  company: { name: string; country: string; currency: string; locale: string; verification: string | null };
  branches: PhoneBranch[];
  services: PhoneService[];
  staff: PhoneStaff[];
}

/** As it is on that day; the stamp is null for a company that has none yet. */
export async function loadPhoneCatalog(
  ctx: CompanyContext,
  { agentId, day }: { agentId: string | null; day: string },
): Promise<Omit<Stamped<PhoneCatalog>, "stamp"> & { stamp: string | null }> {
  const [row] = await db(ctx).$queryRaw<{ stamp: string | null; catalog: PhoneCatalog }[]>`
    SELECT (SELECT m.stamp FROM master_data_stamps m WHERE m.company_id = ${ctx.companyId}::uuid) AS stamp, json_build_object(
      'language', (SELECT language FROM retell_agents WHERE company_id = ${ctx.companyId}::uuid AND id = ${agentId}::uuid),
      'company', (SELECT json_build_object('name', name, 'country', country, 'currency', currency, 'locale', locale,
        'verification', settings ->> 'verification') FROM companies WHERE id = ${ctx.companyId}::uuid),
      'branches', (SELECT coalesce(json_agg(json_build_object('id', b.id, 'name', b.name, 'timezone', b.timezone, 'street', b.street,
          'postalCode', b.postal_code, 'city', b.city, 'phone', b.phone, 'fallbackPhone', b.fallback_phone,
          'transportInfo', b.transport_info, 'accessNotes', b.access_notes, 'state', b.state,
          'hours', (SELECT coalesce(json_agg(json_build_object('dayOfWeek', w.day_of_week, 'startTime', w.start_time, 'endTime', w.end_time,
              'breakStart', w.break_start, 'breakEnd', w.break_end) ORDER BY w.day_of_week, w.start_time), '[]')
            FROM working_hours w WHERE w.company_id = b.company_id AND w.owner_type = 'branch' AND w.branch_id = b.id AND w.is_available
              AND (w.valid_from IS NULL OR w.valid_from <= ${day}::date) AND (w.valid_until IS NULL OR w.valid_until >= ${day}::date)))
          ORDER BY b.is_default DESC, b.name), '[]')
        FROM branches b WHERE b.company_id = ${ctx.companyId}::uuid AND b.is_active AND b.deleted_at IS NULL),
      'services', (SELECT coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'synonyms', s.synonyms,
          'durationMinutes', s.duration_minutes, 'priceCents', s.price_cents,
          'segments', ARRAY(SELECT g.name FROM service_segments g WHERE g.company_id = s.company_id AND g.service_id = s.id
            AND s.is_composite AND NOT g.is_staff_free ORDER BY g.position),
          'branches', (SELECT coalesce(json_agg(json_build_object('branchId', o.branch_id, 'isActive', o.is_active,
              'durationMinutes', o.duration_minutes, 'priceCents', o.price_cents)), '[]')
            FROM branch_services o WHERE o.company_id = s.company_id AND o.service_id = s.id))
          ORDER BY s.position, s.name), '[]')
        FROM services s WHERE s.company_id = ${ctx.companyId}::uuid AND s.is_active AND s.is_phone_bookable AND s.deleted_at IS NULL),
      'staff', (SELECT coalesce(json_agg(json_build_object('id', s.id, 'name', s.name,
          'branchIds', ARRAY(SELECT sb.branch_id FROM staff_branches sb WHERE sb.company_id = s.company_id AND sb.staff_id = s.id))
          ORDER BY s.name), '[]')
        FROM staff s WHERE s.company_id = ${ctx.companyId}::uuid AND s.is_active AND s.is_bookable AND s.deleted_at IS NULL)
    ) AS catalog`;
  if (!row) throw new Error("a select without a table has one row");
  return { stamp: row.stamp, value: row.catalog };
}
