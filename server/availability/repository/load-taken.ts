import { z } from "zod";
import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { DAY } from "@/server/core/time";

export interface TakenRequest {
  branchId: string;
  serviceId: string;
  staffIds: readonly string[];
  from: Date;
  until: Date;
  /** The call whose own offers hide nothing from it. */
  callId?: string | null;
  /** An appointment that is about to move: its own time counts as free. */
  movingAppointmentId?: string | null;
}

const loaded = z.object({
  stamp: z.string().nullable(),
  /** Side by side: the person's place in `staffIds`, and the two ends in milliseconds. */
  busy: z.object({ person: z.array(z.number()), from: z.array(z.number()), until: z.array(z.number()) }),
  bookedPerDay: z.record(z.string(), z.number()),
});
export type Taken = z.infer<typeof loaded>;

/**
 * When these people are taken, a day around the asked time included, and the stamp of their company's master data at this
 * moment. Expired holds and this call's own count as free.
 */
export async function loadTaken(ctx: CompanyContext, request: TakenRequest): Promise<Taken> {
  const { branchId, serviceId, staffIds, callId = null, movingAppointmentId = null } = request;
  const [since, till] = [new Date(request.from.getTime() - DAY), new Date(request.until.getTime() + DAY)];
  const [row] = await db(ctx).$queryRaw<{ taken: unknown }[]>`
    WITH people AS (SELECT id, nr - 1 AS nr FROM unnest(${staffIds}::uuid[]) WITH ORDINALITY AS p (id, nr)),
    taken AS (
      SELECT p.nr, o.blocked_from, o.blocked_until
      FROM people p JOIN staff_occupancies o ON o.company_id = ${ctx.companyId}::uuid AND o.staff_id = p.id
        AND o.blocked_until > ${since}::timestamptz AND o.blocked_from < ${till}::timestamptz
      LEFT JOIN slot_holds h ON h.company_id = o.company_id AND h.id = o.hold_id
      WHERE (o.hold_id IS NULL OR (h.expires_at > now() AND h.call_id IS DISTINCT FROM ${callId}::uuid))
        AND (o.appointment_id IS NULL OR o.appointment_id IS DISTINCT FROM ${movingAppointmentId}::uuid)
      UNION ALL
      SELECT p.nr, b.starts_at, b.ends_at
      FROM people p JOIN busy_times b ON b.company_id = ${ctx.companyId}::uuid AND b.staff_id = p.id
        AND b.ends_at > ${since}::timestamptz AND b.starts_at < ${till}::timestamptz)
    SELECT json_build_object(
      'stamp', (SELECT stamp FROM master_data_stamps WHERE company_id = ${ctx.companyId}::uuid),
      'busy', (SELECT json_build_object('person', coalesce(array_agg(nr), '{}'),
        'from', coalesce(array_agg((date_part('epoch', blocked_from) * 1000)::int8), '{}'),
        'until', coalesce(array_agg((date_part('epoch', blocked_until) * 1000)::int8), '{}')) FROM taken),
      'bookedPerDay', (SELECT coalesce(json_object_agg(day, booked), '{}') FROM (
        SELECT to_char(p.starts_at AT TIME ZONE b.timezone, 'YYYY-MM-DD') AS day, count(*) AS booked
        FROM services s
        JOIN branches b ON b.company_id = s.company_id AND b.id = ${branchId}::uuid
        JOIN appointments p ON p.company_id = s.company_id AND p.service_id = s.id AND p.branch_id = b.id
          AND p.starts_at > ${since}::timestamptz AND p.starts_at < ${till}::timestamptz
          AND p.status IN ('pending', 'confirmed', 'in_progress', 'completed') AND p.id IS DISTINCT FROM ${movingAppointmentId}::uuid
        WHERE s.company_id = ${ctx.companyId}::uuid AND s.id = ${serviceId}::uuid AND s.max_per_day IS NOT NULL
        GROUP BY 1) days)
    ) AS taken`;
  return loaded.parse(row?.taken);
}
