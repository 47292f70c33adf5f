import { z } from "zod";
import type { CompanyContext } from "@/server/core/context";
import { ask } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { exceptionKind, specialHours } from "../schema";
import { type RotaRequest, rotaSession } from "./schema";

const hoursRow = z.object({
  dayOfWeek: z.number(),
  startTime: z.string(),
  endTime: z.string(),
  breakStart: z.string().nullable(),
  breakEnd: z.string().nullable(),
  isAvailable: z.boolean(),
  validFrom: z.string().nullable(),
  validUntil: z.string().nullable(),
  branchId: z.string().nullable(),
  staffId: z.string().nullable(),
});
const exceptionRow = z.object({
  branchId: z.string().nullable(),
  staffId: z.string().nullable(),
  kind: exceptionKind,
  startsAt: z.number(),
  endsAt: z.number(),
  hours: specialHours.nullable().catch(null),
});
const rotaRow = z.object({
  timezone: z.string().nullable(),
  since: z.number().nullable(),
  till: z.number().nullable(),
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      colour: z.string(),
      avatarUrl: z.string().nullable(),
      branchIds: z.array(z.string()),
    }),
  ),
  branchIds: z.array(z.string()),
  hours: z.array(hoursRow),
  exceptions: z.array(exceptionRow),
  holidays: z.array(z.object({ date: z.string(), name: z.string(), branchId: z.string().nullable() })),
  busy: z.array(
    z.object({
      staffId: z.string(),
      from: z.number(),
      until: z.number(),
      source: z.enum(["calcom", "ics", "elsewhere"]),
    }),
  ),
  sessions: z.array(rotaSession),
});
export type RotaRow = z.infer<typeof rotaRow>;

/**
 * All that a calendar shows behind its appointments, in one statement. Whoever worked here shows as long as there is an
 * appointment of theirs in the stretch. What takes somebody's time and is not shown to whoever asks is told without a name.
 */
export async function loadRota(ctx: CompanyContext, request: RotaRequest): Promise<RotaRow> {
  const { companyId, restriction } = ctx;
  const { date, days, branchId = null, staffIds = null } = request;
  const own = restriction?.staffId ?? null;
  const ownBranches = restriction?.branchIds.length ? restriction.branchIds : null;
  const [row] = await ask<{ rota: unknown }>(
    ctx,
    Prisma.sql`
    WITH asked AS (SELECT ${companyId}::uuid AS company, ${branchId}::uuid AS branch, ${own}::uuid AS own, ${staffIds}::uuid[] AS wanted),
    place AS (
      SELECT coalesce(b.timezone, c.timezone) AS zone FROM asked a JOIN companies c ON c.id = a.company
      LEFT JOIN branches b ON b.company_id = a.company AND b.id = a.branch AND b.deleted_at IS NULL
      WHERE a.branch IS NULL OR b.id IS NOT NULL),
    span AS (
      SELECT zone, ${date}::date::timestamp AT TIME ZONE zone AS since, (${date}::date + ${days}::int)::timestamp AT TIME ZONE zone AS till FROM place),
    scope AS (
      SELECT b.id FROM asked a JOIN branches b ON b.company_id = a.company AND b.deleted_at IS NULL
      WHERE (a.branch IS NULL OR b.id = a.branch) AND (${ownBranches}::uuid[] IS NULL OR b.id = ANY (${ownBranches}::uuid[]))),
    person AS (
      SELECT s.id, s.name, s.colour, s.avatar_url, ARRAY (SELECT sb.branch_id FROM staff_branches sb
          WHERE sb.company_id = s.company_id AND sb.staff_id = s.id AND sb.branch_id IN (SELECT id FROM scope)) AS branch_ids,
        s.is_active AND s.is_bookable AND s.deleted_at IS NULL AS is_here
      FROM asked a JOIN staff s ON s.company_id = a.company AND (a.own IS NULL OR s.id = a.own) AND (a.wanted IS NULL OR s.id = ANY (a.wanted))),
    people AS (
      SELECT p.* FROM person p WHERE (p.is_here AND cardinality(p.branch_ids) > 0) OR EXISTS (
        SELECT FROM span x, asked a JOIN appointments t ON t.company_id = a.company
        WHERE t.staff_id = p.id AND t.starts_at >= x.since AND t.starts_at < x.till AND t.status <> 'cancelled' AND t.branch_id IN (SELECT id FROM scope))),
    taken AS (
      SELECT o.staff_id, o.blocked_from, o.blocked_until
      FROM asked a JOIN people p ON true JOIN span x ON true
      JOIN staff_occupancies o ON o.company_id = a.company AND o.staff_id = p.id AND o.hold_id IS NULL
        AND o.blocked_until > x.since AND o.blocked_from < x.till
      LEFT JOIN appointments t ON t.company_id = a.company AND t.id = o.appointment_id
      LEFT JOIN class_sessions c ON c.company_id = a.company AND c.id = o.class_session_id
      WHERE coalesce(t.branch_id, c.branch_id) NOT IN (SELECT id FROM scope) OR coalesce(t.staff_id, c.staff_id) <> a.own)
    SELECT json_build_object(
      'timezone', (SELECT zone FROM span),
      'since', (SELECT date_part('epoch', since) * 1000 FROM span),
      'till', (SELECT date_part('epoch', till) * 1000 FROM span),
      'branchIds', (SELECT coalesce(json_agg(id), '[]') FROM scope),
      'people', (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name, 'colour', colour, 'avatarUrl', avatar_url, 'branchIds', branch_ids) ORDER BY name, id), '[]') FROM people),
      'hours', (SELECT coalesce(json_agg(json_build_object('dayOfWeek', w.day_of_week, 'startTime', w.start_time, 'endTime', w.end_time,
          'breakStart', w.break_start, 'breakEnd', w.break_end, 'isAvailable', w.is_available, 'validFrom', w.valid_from,
          'validUntil', w.valid_until, 'branchId', w.branch_id, 'staffId', w.staff_id)), '[]')
        FROM asked a JOIN working_hours w ON w.company_id = a.company
        WHERE (w.owner_type = 'branch' AND w.branch_id IN (SELECT id FROM scope)) OR w.staff_id IN (SELECT id FROM people)),
      'exceptions', (SELECT coalesce(json_agg(json_build_object('branchId', e.branch_id, 'staffId', e.staff_id, 'kind', e.kind, 'hours', e.hours,
          'startsAt', date_part('epoch', e.starts_at) * 1000, 'endsAt', date_part('epoch', e.ends_at) * 1000) ORDER BY e.starts_at, e.id), '[]')
        FROM asked a JOIN span x ON true JOIN schedule_exceptions e ON e.company_id = a.company AND e.state = 'approved'
          AND e.ends_at > x.since AND e.starts_at < x.till
        WHERE e.owner_type = 'company' OR (e.owner_type = 'branch' AND e.branch_id IN (SELECT id FROM scope))
          OR (e.owner_type = 'staff' AND e.staff_id IN (SELECT id FROM people))),
      'holidays', (SELECT coalesce(json_agg(json_build_object('date', h.date, 'name', h.name, 'branchId', h.branch_id) ORDER BY h.date, h.name), '[]')
        FROM asked a JOIN holidays h ON h.company_id = a.company AND h.is_observed AND h.date >= ${date}::date AND h.date < ${date}::date + ${days}::int
          AND (h.branch_id IS NULL OR h.branch_id IN (SELECT id FROM scope))),
      'busy', (SELECT coalesce(json_agg(b), '[]') FROM (
        SELECT staff_id AS "staffId", 'elsewhere' AS source, date_part('epoch', blocked_from) * 1000 AS "from", date_part('epoch', blocked_until) * 1000 AS "until" FROM taken
        UNION ALL
        SELECT b.staff_id, b.source::text, date_part('epoch', b.starts_at) * 1000, date_part('epoch', b.ends_at) * 1000
        FROM asked a JOIN people p ON true JOIN span x ON true
        JOIN busy_times b ON b.company_id = a.company AND b.staff_id = p.id AND b.ends_at > x.since AND b.starts_at < x.till) AS b),
      'sessions', (SELECT coalesce(json_agg(json_build_object('id', c.id, 'staffId', c.staff_id, 'serviceName', s.name, 'colour', s.colour,
          'startsAt', date_part('epoch', c.starts_at) * 1000, 'endsAt', date_part('epoch', c.ends_at) * 1000,
          'capacity', c.capacity, 'placesTaken', c.places_taken) ORDER BY c.starts_at, c.id), '[]')
        FROM asked a JOIN span x ON true JOIN class_sessions c ON c.company_id = a.company AND c.cancelled_at IS NULL
          AND c.starts_at >= x.since AND c.starts_at < x.till AND c.branch_id IN (SELECT id FROM scope) AND c.staff_id IN (SELECT id FROM people)
        JOIN services s ON s.company_id = a.company AND s.id = c.service_id)
    ) AS rota`,
  );
  return rotaRow.parse(row?.rota);
}
