import { z } from "zod";
import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { notFound } from "@/server/core/errors";
import type { CalendarData } from "../rules/calendar-data";
import { exceptionKind, specialHours } from "../schema";

export interface CalendarRequest {
  branchId: string;
  serviceId: string;
  from: Date;
  until: Date;
  /** The call whose own offers hide nothing from it. */
  callId?: string | null;
  /** An appointment that is about to move: its own time counts as free. */
  movingAppointmentId?: string | null;
}

/** What the engine reads, and the names that people want to see beside it. */
export interface Calendar extends CalendarData {
  branchName: string;
  serviceName: string;
  currency: string;
  staffNames: Record<string, string>;
  isPhoneBookable: boolean;
}

const epoch = z.number();
const weeklyRow = z.object({
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
  staffId: z.string().nullable(),
  startsAt: epoch,
  endsAt: epoch,
  kind: exceptionKind,
  hours: specialHours.nullable().catch(null),
});
const settingsSchema = z.object({
  slotIntervalMinutes: z.number().int().positive().catch(15),
  minNoticeMinutes: z.number().int().min(0).catch(0),
  maxHorizonDays: z.number().int().positive().catch(90),
});
const loaded = z.object({
  company: z.object({ settings: settingsSchema, currency: z.string() }),
  branch: z.object({ name: z.string(), timezone: z.string() }).nullable(),
  service: z
    .object({
      id: z.string(),
      name: z.string(),
      durationMinutes: z.number(),
      bufferBeforeMinutes: z.number(),
      bufferAfterMinutes: z.number(),
      priceCents: z.number(),
      minNoticeMinutes: z.number().nullable(),
      maxHorizonDays: z.number().nullable(),
      maxPerDay: z.number().nullable(),
      isPhoneBookable: z.boolean(),
    })
    .nullable(),
  staff: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      durationMinutes: z.number().nullable(),
      priceCents: z.number().nullable(),
      proficiency: z.number(),
    }),
  ),
  hours: z.array(weeklyRow),
  exceptions: z.array(exceptionRow),
  holidays: z.array(z.string()),
  busy: z.array(z.object({ staffId: z.string(), from: epoch, until: epoch })),
  bookedPerDay: z.record(z.string(), z.number()),
});
type Loaded = z.infer<typeof loaded>;

/**
 * All that the engine needs for one request, in one round trip whatever the number of staff and days.
 * Expired holds and this call's own count as free. Throws NOT_FOUND for a branch or service that the company lacks.
 */
export async function loadCalendar(ctx: CompanyContext, request: CalendarRequest): Promise<Calendar> {
  const { branchId, serviceId, from, until, callId = null, movingAppointmentId = null } = request;
  const [row] = await db(ctx).$queryRaw<{ calendar: unknown }[]>`
    WITH asked AS (
      SELECT ${ctx.companyId}::uuid AS company, ${branchId}::uuid AS branch, ${serviceId}::uuid AS service,
        ${from}::timestamptz - interval '1 day' AS since, ${until}::timestamptz + interval '1 day' AS till),
    offering AS (
      SELECT s.id, s.name, o.duration_minutes, o.price_cents, o.proficiency
      FROM asked a
      JOIN staff_services o ON o.company_id = a.company AND o.service_id = a.service
      JOIN staff s ON s.company_id = a.company AND s.id = o.staff_id AND s.is_active AND s.is_bookable AND s.deleted_at IS NULL
      JOIN staff_branches sb ON sb.company_id = a.company AND sb.staff_id = s.id AND sb.branch_id = a.branch),
    taken AS (
      SELECT o.staff_id, o.blocked_from, o.blocked_until
      FROM asked a JOIN staff_occupancies o ON o.company_id = a.company AND o.staff_id IN (SELECT id FROM offering)
        AND o.blocked_until > a.since AND o.blocked_from < a.till
      LEFT JOIN slot_holds h ON h.company_id = o.company_id AND h.id = o.hold_id
      WHERE (o.hold_id IS NULL OR (h.expires_at > now() AND h.call_id IS DISTINCT FROM ${callId}::uuid))
        AND (o.appointment_id IS NULL OR o.appointment_id IS DISTINCT FROM ${movingAppointmentId}::uuid)
      UNION ALL
      SELECT b.staff_id, b.starts_at, b.ends_at
      FROM asked a JOIN busy_times b ON b.company_id = a.company AND b.staff_id IN (SELECT id FROM offering)
        AND b.ends_at > a.since AND b.starts_at < a.till)
    SELECT json_build_object(
      'company', (SELECT json_build_object('settings', c.settings, 'currency', c.currency) FROM companies c, asked a WHERE c.id = a.company),
      'branch', (SELECT json_build_object('name', b.name, 'timezone', b.timezone)
        FROM branches b, asked a WHERE b.company_id = a.company AND b.id = a.branch AND b.is_active AND b.deleted_at IS NULL),
      'service', (SELECT json_build_object('id', s.id, 'name', s.name,
          'durationMinutes', coalesce(bs.duration_minutes, s.duration_minutes), 'bufferBeforeMinutes', s.buffer_before_minutes,
          'bufferAfterMinutes', s.buffer_after_minutes, 'priceCents', coalesce(bs.price_cents, s.price_cents),
          'minNoticeMinutes', s.min_notice_minutes, 'maxHorizonDays', s.max_horizon_days, 'maxPerDay', s.max_per_day,
          'isPhoneBookable', s.is_phone_bookable)
        FROM asked a JOIN services s ON s.company_id = a.company AND s.id = a.service AND s.is_active AND s.deleted_at IS NULL
        LEFT JOIN branch_services bs ON bs.company_id = a.company AND bs.branch_id = a.branch AND bs.service_id = s.id
        WHERE bs.is_active IS NOT FALSE),
      'staff', (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name, 'durationMinutes', duration_minutes,
          'priceCents', price_cents, 'proficiency', proficiency) ORDER BY name, id), '[]') FROM offering),
      'hours', (SELECT coalesce(json_agg(json_build_object('dayOfWeek', w.day_of_week, 'startTime', w.start_time, 'endTime', w.end_time,
          'breakStart', w.break_start, 'breakEnd', w.break_end, 'isAvailable', w.is_available, 'validFrom', w.valid_from,
          'validUntil', w.valid_until, 'branchId', w.branch_id, 'staffId', w.staff_id)), '[]')
        FROM asked a JOIN working_hours w ON w.company_id = a.company
        WHERE (w.owner_type = 'branch' AND w.branch_id = a.branch) OR w.staff_id IN (SELECT id FROM offering)),
      'exceptions', (SELECT coalesce(json_agg(json_build_object('staffId', e.staff_id, 'kind', e.kind, 'hours', e.hours,
          'startsAt', extract(epoch FROM e.starts_at) * 1000, 'endsAt', extract(epoch FROM e.ends_at) * 1000)), '[]')
        FROM asked a JOIN schedule_exceptions e ON e.company_id = a.company AND e.ends_at > a.since AND e.starts_at < a.till
        WHERE e.owner_type = 'company' OR (e.owner_type = 'branch' AND e.branch_id = a.branch)
          OR (e.owner_type = 'staff' AND e.staff_id IN (SELECT id FROM offering))),
      'holidays', (SELECT coalesce(json_agg(h.date), '[]') FROM asked a JOIN holidays h ON h.company_id = a.company
        AND h.is_observed AND h.date BETWEEN a.since::date AND a.till::date),
      'busy', (SELECT coalesce(json_agg(json_build_object('staffId', staff_id, 'from', extract(epoch FROM blocked_from) * 1000,
          'until', extract(epoch FROM blocked_until) * 1000) ORDER BY blocked_from), '[]') FROM taken),
      'bookedPerDay', (SELECT coalesce(json_object_agg(day, booked), '{}') FROM (
        SELECT to_char(p.starts_at AT TIME ZONE b.timezone, 'YYYY-MM-DD') AS day, count(*) AS booked
        FROM asked a JOIN services s ON s.company_id = a.company AND s.id = a.service AND s.max_per_day IS NOT NULL
        JOIN branches b ON b.company_id = a.company AND b.id = a.branch
        JOIN appointments p ON p.company_id = a.company AND p.service_id = a.service AND p.branch_id = a.branch
          AND p.starts_at > a.since AND p.starts_at < a.till AND p.status IN ('pending', 'confirmed', 'in_progress', 'completed')
          AND p.id IS DISTINCT FROM ${movingAppointmentId}::uuid
        GROUP BY 1) days)
    ) AS calendar`;
  return toCalendar(loaded.parse(row?.calendar), branchId);
}

function toCalendar(found: Loaded, branchId: string): Calendar {
  const { branch, service, company, staff, hours, exceptions } = found;
  if (!branch) throw notFound("branch");
  if (!service) throw notFound("service");
  const ofNobody = <T extends { staffId: string | null }>(rows: T[]) => rows.filter((row) => row.staffId === null);
  const ofStaff = <T extends { staffId: string | null }>(rows: T[], id: string) =>
    rows.filter((row) => row.staffId === id);
  return {
    branchId,
    branchName: branch.name,
    serviceName: service.name,
    currency: company.currency,
    isPhoneBookable: service.isPhoneBookable,
    staffNames: Object.fromEntries(staff.map(({ id, name }) => [id, name])),
    zone: branch.timezone,
    slotIntervalMinutes: company.settings.slotIntervalMinutes,
    opening: { hours: ofNobody(hours).map((row) => ({ ...row, branchId: null })), exceptions: ofNobody(exceptions) },
    holidays: found.holidays,
    services: [
      {
        ...service,
        minNoticeMinutes: service.minNoticeMinutes ?? company.settings.minNoticeMinutes,
        maxHorizonDays: service.maxHorizonDays ?? company.settings.maxHorizonDays,
        bookedPerDay: found.bookedPerDay,
      },
    ],
    staff: staff.map(({ id, name: _name, ...offer }) => ({
      id,
      offers: [{ serviceId: service.id, ...offer }],
      schedule: { hours: ofStaff(hours, id), exceptions: ofStaff(exceptions, id) },
      busy: ofStaff(found.busy, id),
    })),
  };
}
