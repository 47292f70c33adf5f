import type { AppointmentStatus } from "@/server/appointments/schema";
import type { CompanyContext } from "@/server/core/context";
import { ask } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import type { AppointmentPart } from "../rules/parts";

interface PartRow {
  appointment_id: string;
  position: number;
  status: AppointmentStatus;
  starts_at: Date;
  ends_at: Date;
  staff_id: string;
  service_id: string;
}

/** Somebody's place by which their session stands over there, or may stand there. */
const HAS_BOOKING = Prisma.sql`(m.platform_state ->> 'begun' IS NOT NULL
  OR (m.calcom_booking_uid IS NOT NULL AND m.calcom_state ->> 'status' NOT IN ('cancelled', 'rejected')))`;
/** What is over there any other place may stand for again. */
const hasOpenBooking = ({ now }: CompanyContext) => Prisma.sql`(m.platform_state ->> 'begun' IS NOT NULL
  OR (${HAS_BOOKING} AND (m.calcom_state ->> 'endsAt')::timestamptz > ${now}::timestamptz))`;
const STANDS = Prisma.sql`p.status IN ('pending', 'confirmed', 'in_progress', 'completed')`;

/** The place that carries the booking of a session: one that has it, at the session's own time first; else the first one. */
export const carrierOf = (ctx: CompanyContext, sessionId: Prisma.Sql) => Prisma.sql`
  (SELECT p.id FROM appointments p
   LEFT JOIN calcom_event_maps m ON m.company_id = p.company_id AND m.appointment_id = p.id AND m.segment_position = 0
   WHERE p.class_session_id = ${sessionId} AND (${STANDS} OR ${hasOpenBooking(ctx)})
   ORDER BY coalesce(${HAS_BOOKING} AND (m.calcom_state ->> 'startsAt')::timestamptz = p.starts_at, false) DESC,
     coalesce(${HAS_BOOKING}, false) DESC, p.created_at, p.id LIMIT 1)`;

/**
 * What appointments are over there, in its order: a stretch for each time that somebody is needed, nothing for a place in a
 * class that another place stands for.
 */
export async function listParts(
  ctx: CompanyContext,
  appointmentIds: readonly string[],
): Promise<Map<string, AppointmentPart[]>> {
  const rows = await ask<PartRow>(
    ctx,
    Prisma.sql`
    SELECT a.id AS appointment_id, a.status::text AS status, coalesce(s.starts_at, a.starts_at) AS starts_at,
      coalesce(s.ends_at, a.ends_at) AS ends_at, coalesce(s.staff_id, a.staff_id) AS staff_id,
      coalesce(s.service_id, a.service_id) AS service_id,
      (row_number() OVER (PARTITION BY a.id ORDER BY s.position) - 1)::int AS position
    FROM appointments a
    LEFT JOIN appointment_segments s ON s.company_id = a.company_id AND s.appointment_id = a.id AND s.occupies_staff
    WHERE a.company_id = ${ctx.companyId}::uuid AND a.id = ANY(${appointmentIds}::uuid[])
      AND (a.class_session_id IS NULL OR a.id = ${carrierOf(ctx, Prisma.sql`a.class_session_id`)})
    ORDER BY a.id, s.position`,
  );
  const parts = new Map(appointmentIds.map((id): [string, AppointmentPart[]] => [id, []]));
  for (const { appointment_id: id, starts_at: startsAt, ends_at: endsAt, ...row } of rows) {
    const { position, status, staff_id: staffId, service_id: serviceId } = row;
    parts.get(id)?.push({ position, status, startsAt, endsAt, staffId, serviceId });
  }
  return parts;
}

export async function listPartsOf(ctx: CompanyContext, appointmentId: string): Promise<AppointmentPart[]> {
  return (await listParts(ctx, [appointmentId])).get(appointmentId) ?? [];
}

/** Whether it has more than one part, here or in what is known of Cal.com; of most there is one. */
export async function hasSeveralParts(ctx: CompanyContext, appointmentId: string): Promise<boolean> {
  const [row] = await ask<{ isSo: boolean }>(
    ctx,
    Prisma.sql`
    SELECT (SELECT count(*) > 1 FROM appointment_segments s
        WHERE s.company_id = ${ctx.companyId}::uuid AND s.appointment_id = ${appointmentId}::uuid AND s.occupies_staff)
      OR EXISTS (SELECT FROM calcom_event_maps m WHERE m.company_id = ${ctx.companyId}::uuid
        AND m.appointment_id = ${appointmentId}::uuid AND m.segment_position > 0) AS "isSo"`,
  );
  return row?.isSo ?? false;
}

/** The uid of the session that an appointment is a place of; null for one of its own, or while there is none. */
export async function findSessionUid(ctx: CompanyContext, appointmentId: string): Promise<string | null> {
  const [row] = await ask<{ uid: string | null }>(
    ctx,
    Prisma.sql`
    SELECT m.calcom_booking_uid AS uid FROM appointments a
    JOIN appointments p ON p.company_id = a.company_id AND p.class_session_id = a.class_session_id
    JOIN calcom_event_maps m ON m.company_id = p.company_id AND m.appointment_id = p.id AND m.segment_position = 0
    WHERE a.company_id = ${ctx.companyId}::uuid AND a.id = ${appointmentId}::uuid AND ${HAS_BOOKING} AND ${STANDS}
      AND m.calcom_booking_uid IS NOT NULL
    ORDER BY p.created_at, p.id LIMIT 1`,
  );
  return row?.uid ?? null;
}

/**
 * Places by which sessions would stand over there that don't any more: whoever carried one has gone. Where the place that would
 * carry it waits or was refused, no other is asked in its stead: nothing would come of that.
 */
export async function listHeirs(ctx: CompanyContext, limit: number): Promise<string[]> {
  const rows = await ask<{ id: string }>(
    ctx,
    Prisma.sql`
    WITH bare AS (
      SELECT s.id FROM class_sessions s
      WHERE s.company_id = ${ctx.companyId}::uuid AND s.starts_at > ${ctx.now}
        AND EXISTS (SELECT FROM appointments p WHERE p.class_session_id = s.id AND p.status IN ('pending', 'confirmed'))
        AND NOT EXISTS (SELECT FROM appointments o
          JOIN calcom_event_maps m ON m.company_id = o.company_id AND m.appointment_id = o.id AND m.segment_position = 0
          WHERE o.class_session_id = s.id AND ${hasOpenBooking(ctx)}))
    SELECT a.id FROM bare JOIN appointments a ON a.id = ${carrierOf(ctx, Prisma.sql`bare.id`)}
    WHERE a.company_id = ${ctx.companyId}::uuid AND a.calcom_sync_status NOT IN ('pending', 'failed')
    ORDER BY a.starts_at, a.id LIMIT ${limit}`,
  );
  return rows.map(({ id }) => id);
}
