import type { CompanyContext } from "@/server/core/context";
import { ask } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import type { Stamped } from "@/server/core/stamped-memory";
import { groupHours, type Offering, offeringRow } from "./offering";

/**
 * With the exceptions that end after `since`, however far ahead; the stamp is null for a company that has none yet.
 * Who is needed beside may be anybody of the branch: then everybody's hours are read.
 */
export async function loadOffering(
  ctx: CompanyContext,
  { branchId, serviceIds, since }: { branchId: string; serviceIds: readonly string[]; since: Date },
): Promise<Omit<Stamped<Offering>, "stamp"> & { stamp: string | null }> {
  const [row] = await ask<{ offering: unknown }>(
    ctx,
    Prisma.sql`
    WITH asked AS (
      SELECT ${ctx.companyId}::uuid AS company, ${branchId}::uuid AS branch, ${serviceIds}::uuid[] AS services, ${since}::timestamptz AS since),
    service AS (
      SELECT s.*, coalesce(bs.duration_minutes, s.duration_minutes) AS minutes, coalesce(bs.price_cents, s.price_cents) AS price
      FROM asked a JOIN services s ON s.company_id = a.company AND s.id = ANY (a.services) AND s.is_active AND s.deleted_at IS NULL
      LEFT JOIN branch_services bs ON bs.company_id = a.company AND bs.branch_id = a.branch AND bs.service_id = s.id
      WHERE bs.is_active IS NOT FALSE),
    chain AS (
      SELECT g.* FROM service s JOIN service_segments g ON g.company_id = s.company_id AND g.service_id = s.id WHERE s.is_composite),
    need AS (
      SELECT n.* FROM service s JOIN service_resources n ON n.company_id = s.company_id AND n.service_id = s.id),
    person AS (
      SELECT s.id, s.name, s.skills, s.max_hours_per_day, s.max_hours_per_week,
        (SELECT coalesce(json_agg(json_build_object('serviceId', o.service_id, 'durationMinutes', o.duration_minutes,
            'priceCents', o.price_cents, 'proficiency', o.proficiency) ORDER BY o.service_id), '[]')
          FROM staff_services o WHERE o.company_id = s.company_id AND o.staff_id = s.id
            AND (o.service_id IN (SELECT id FROM service) OR o.service_id IN (SELECT segment_service_id FROM chain))) AS offers
      FROM asked a JOIN staff_branches sb ON sb.company_id = a.company AND sb.branch_id = a.branch
      JOIN staff s ON s.company_id = a.company AND s.id = sb.staff_id AND s.is_active AND s.is_bookable AND s.deleted_at IS NULL),
    people AS (
      SELECT * FROM person WHERE json_array_length(offers) > 0 OR id IN (SELECT staff_id FROM chain)
        OR EXISTS (SELECT FROM service WHERE staff_requirements <> '[]'))
    SELECT json_build_object(
      'stamp', (SELECT m.stamp FROM master_data_stamps m, asked a WHERE m.company_id = a.company),
      'company', (SELECT json_build_object('settings', c.settings, 'currency', c.currency) FROM companies c, asked a WHERE c.id = a.company),
      'branch', (SELECT json_build_object('name', b.name, 'timezone', b.timezone)
        FROM branches b, asked a WHERE b.company_id = a.company AND b.id = a.branch AND b.is_active AND b.deleted_at IS NULL),
      'services', (SELECT coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'durationMinutes', s.minutes,
          'bufferBeforeMinutes', s.buffer_before_minutes, 'bufferAfterMinutes', s.buffer_after_minutes, 'priceCents', s.price,
          'minNoticeMinutes', s.min_notice_minutes, 'maxHorizonDays', s.max_horizon_days, 'maxPerDay', s.max_per_day,
          'capacity', s.capacity, 'staffRequirements', s.staff_requirements,
          'segments', (SELECT coalesce(json_agg(json_build_object('position', g.position, 'name', g.name,
              'durationMinutes', g.duration_minutes, 'gapAfterMinMinutes', g.gap_after_min_minutes,
              'gapAfterMaxMinutes', g.gap_after_max_minutes, 'serviceId', g.segment_service_id, 'staffMode', g.staff_mode,
              'staffId', g.staff_id, 'isStaffFree', g.is_staff_free, 'resourceType', g.resource_type) ORDER BY g.position), '[]')
            FROM chain g WHERE g.service_id = s.id),
          'resources', (SELECT coalesce(json_agg(json_build_object('resourceId', n.resource_id, 'groupId', n.resource_group_id,
              'type', n.resource_type, 'quantity', n.quantity) ORDER BY n.id), '[]') FROM need n WHERE n.service_id = s.id))), '[]')
        FROM service s),
      'staff', (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name, 'skills', skills, 'offers', offers,
          'maxMinutesPerDay', (max_hours_per_day * 60)::int, 'maxMinutesPerWeek', (max_hours_per_week * 60)::int) ORDER BY name, id), '[]')
        FROM people),
      'resources', (SELECT coalesce(json_agg(json_build_object('id', r.id, 'name', r.name, 'type', r.type, 'groupId', r.resource_group_id,
          'capacity', r.capacity) ORDER BY r.name, r.id), '[]')
        FROM asked a JOIN resources r ON r.company_id = a.company AND r.branch_id = a.branch AND r.is_active AND r.deleted_at IS NULL
        WHERE EXISTS (SELECT FROM need n WHERE r.id = n.resource_id OR r.resource_group_id = n.resource_group_id OR r.type = n.resource_type)
          OR r.type IN (SELECT resource_type FROM chain)),
      'policies', (SELECT coalesce(json_agg(json_build_object('id', p.id, 'configurableType', p.configurable_type,
          'configurableId', p.configurable_id, 'policyType', p.policy_type, 'config', p.config, 'version', p.version)), '[]')
        FROM asked a JOIN policy_configurations p ON p.company_id = a.company AND p.policy_type = 'booking' AND p.is_active),
      'hours', (SELECT coalesce(json_agg(json_build_object('dayOfWeek', w.day_of_week, 'startTime', w.start_time, 'endTime', w.end_time,
          'breakStart', w.break_start, 'breakEnd', w.break_end, 'isAvailable', w.is_available, 'validFrom', w.valid_from,
          'validUntil', w.valid_until, 'branchId', w.branch_id, 'staffId', w.staff_id)), '[]')
        FROM asked a JOIN working_hours w ON w.company_id = a.company
        WHERE (w.owner_type = 'branch' AND w.branch_id = a.branch) OR w.staff_id IN (SELECT id FROM people)),
      'exceptions', (SELECT coalesce(json_agg(json_build_object('staffId', e.staff_id, 'resourceId', e.resource_id, 'kind', e.kind,
          'hours', e.hours, 'startsAt', date_part('epoch', e.starts_at) * 1000, 'endsAt', date_part('epoch', e.ends_at) * 1000)), '[]')
        FROM asked a JOIN schedule_exceptions e ON e.company_id = a.company AND e.ends_at > a.since AND e.state = 'approved'
        WHERE e.owner_type = 'company' OR (e.owner_type = 'branch' AND e.branch_id = a.branch) OR e.owner_type = 'resource'
          OR (e.owner_type = 'staff' AND e.staff_id IN (SELECT id FROM people))),
      'holidays', (SELECT coalesce(json_agg(DISTINCT h.date), '[]') FROM asked a JOIN holidays h ON h.company_id = a.company
        AND h.is_observed AND h.date >= a.since::date AND (h.branch_id IS NULL OR h.branch_id = a.branch))
    ) AS offering`,
  );
  const { stamp, hours, ...value } = offeringRow.parse(row?.offering);
  return { stamp, value: { ...value, hoursOf: groupHours(hours) } };
}
