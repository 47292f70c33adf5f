import { z } from "zod";
import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import type { Stamped } from "@/server/core/stamped-memory";
import { exceptionKind, specialHours } from "../schema";

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
  startsAt: z.number(),
  endsAt: z.number(),
  kind: exceptionKind,
  hours: specialHours.nullable().catch(null),
});
const settingsSchema = z.object({
  slotIntervalMinutes: z.number().int().positive().catch(15),
  minNoticeMinutes: z.number().int().min(0).catch(0),
  maxHorizonDays: z.number().int().positive().catch(90),
});
const loaded = z.object({
  stamp: z.string().nullable(),
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
});

/** What a branch says of a service: who does it, when they work, on what terms. It changes a few times a month. */
export type Offering = Omit<z.infer<typeof loaded>, "stamp">;

/** With the exceptions that end after `since`, however far ahead; the stamp is null for a company that has none yet. */
export async function loadOffering(
  ctx: CompanyContext,
  { branchId, serviceId, since }: { branchId: string; serviceId: string; since: Date },
): Promise<Omit<Stamped<Offering>, "stamp"> & { stamp: string | null }> {
  const [row] = await db(ctx).$queryRaw<{ offering: unknown }[]>`
    WITH asked AS (
      SELECT ${ctx.companyId}::uuid AS company, ${branchId}::uuid AS branch, ${serviceId}::uuid AS service, ${since}::timestamptz AS since),
    offering AS (
      SELECT s.id, s.name, o.duration_minutes, o.price_cents, o.proficiency
      FROM asked a
      JOIN staff_services o ON o.company_id = a.company AND o.service_id = a.service
      JOIN staff s ON s.company_id = a.company AND s.id = o.staff_id AND s.is_active AND s.is_bookable AND s.deleted_at IS NULL
      JOIN staff_branches sb ON sb.company_id = a.company AND sb.staff_id = s.id AND sb.branch_id = a.branch)
    SELECT json_build_object(
      'stamp', (SELECT m.stamp FROM master_data_stamps m, asked a WHERE m.company_id = a.company),
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
          'startsAt', date_part('epoch', e.starts_at) * 1000, 'endsAt', date_part('epoch', e.ends_at) * 1000)), '[]')
        FROM asked a JOIN schedule_exceptions e ON e.company_id = a.company AND e.ends_at > a.since AND e.state = 'approved'
        WHERE e.owner_type = 'company' OR (e.owner_type = 'branch' AND e.branch_id = a.branch)
          OR (e.owner_type = 'staff' AND e.staff_id IN (SELECT id FROM offering))),
      'holidays', (SELECT coalesce(json_agg(h.date), '[]') FROM asked a JOIN holidays h ON h.company_id = a.company
        AND h.is_observed AND h.date >= a.since::date AND (h.branch_id IS NULL OR h.branch_id = a.branch))
    ) AS offering`;
  const { stamp, ...value } = loaded.parse(row?.offering);
  return { stamp, value };
}
