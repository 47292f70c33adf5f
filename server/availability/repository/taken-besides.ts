import type { CompanyContext } from "@/server/core/context";
import { Prisma } from "@/server/core/generated/client";
import { DAY } from "@/server/core/time";

/** Whose view of the calendar it is. */
export interface Subject {
  branchId: string;
  from: Date;
  until: Date;
  /** The call whose own offers hide nothing from it. */
  callId?: string | null;
  /** An appointment that is about to move: its own time counts as free. */
  movingAppointmentId?: string | null;
}

export interface TakenRequest extends Subject {
  staffIds: readonly string[];
  /** Those whose units are counted. */
  resourceIds: readonly string[];
  /** Services that have a limit for each day. */
  cappedServiceIds: readonly string[];
  /** Group classes. */
  classServiceIds: readonly string[];
  /** Whether anybody may work only so long in a day or a week. */
  hasWorkingLimits: boolean;
  /** Whether they are given appointments in turn. */
  isInTurn?: boolean;
}

/** A week begins before the asked day and ends after it. */
const A_WEEK_AROUND = 8 * DAY;
const ACTIVE = Prisma.sql`('pending', 'confirmed', 'in_progress', 'completed')`;

const around = ({ from, until }: Subject, margin = DAY) => {
  return { since: new Date(from.getTime() - margin), till: new Date(until.getTime() + margin) };
};
/** A hold that still keeps something from whoever asks. */
const isHeldByOthers = ({ callId = null }: Subject) =>
  Prisma.sql`h.expires_at > now() AND h.call_id IS DISTINCT FROM ${callId}::uuid`;

export function takenResources({ companyId }: CompanyContext, request: TakenRequest): Prisma.Sql {
  if (request.resourceIds.length === 0) return Prisma.empty;
  const { since, till } = around(request);
  return Prisma.sql`, 'resources', (
    SELECT coalesce(json_agg(json_build_object('id', o.resource_id, 'quantity', o.quantity,
      'from', (date_part('epoch', o.blocked_from) * 1000)::int8, 'until', (date_part('epoch', o.blocked_until) * 1000)::int8)), '[]')
    FROM resource_occupancies o LEFT JOIN slot_holds h ON h.company_id = o.company_id AND h.id = o.hold_id
    WHERE o.company_id = ${companyId}::uuid AND o.resource_id = ANY (${request.resourceIds}::uuid[])
      AND tstzrange(o.blocked_from, o.blocked_until) && tstzrange(${since}::timestamptz, ${till}::timestamptz)
      AND (o.hold_id IS NULL OR (${isHeldByOthers(request)}))
      AND (o.appointment_id IS NULL OR o.appointment_id IS DISTINCT FROM ${request.movingAppointmentId ?? null}::uuid))`;
}

/** Places that expired holds, the call itself or the appointment that moves have taken count as free. */
export function sessionsWithPlaces({ companyId }: CompanyContext, request: TakenRequest): Prisma.Sql {
  if (request.classServiceIds.length === 0) return Prisma.empty;
  return Prisma.sql`, 'sessions', (
    SELECT coalesce(json_agg(json_build_object('id', c.id, 'serviceId', c.service_id, 'staffId', c.staff_id, 'staffName', s.name,
      'startsAt', date_part('epoch', c.starts_at) * 1000, 'endsAt', date_part('epoch', c.ends_at) * 1000, 'capacity', c.capacity,
      'placesTaken', (SELECT coalesce(sum(p.places), 0) FROM class_places p
        LEFT JOIN slot_holds h ON h.company_id = p.company_id AND h.id = p.hold_id
        WHERE p.company_id = c.company_id AND p.class_session_id = c.id AND (p.hold_id IS NULL OR (${isHeldByOthers(request)}))
          AND (p.appointment_id IS NULL OR p.appointment_id IS DISTINCT FROM ${request.movingAppointmentId ?? null}::uuid)))
      ORDER BY c.starts_at, c.id), '[]')
    FROM class_sessions c JOIN staff s ON s.company_id = c.company_id AND s.id = c.staff_id
    WHERE c.company_id = ${companyId}::uuid AND c.branch_id = ${request.branchId}::uuid AND c.cancelled_at IS NULL
      AND c.service_id = ANY (${request.classServiceIds}::uuid[])
      AND c.starts_at >= ${request.from}::timestamptz AND c.starts_at < ${request.until}::timestamptz)`;
}

/** How often a service that has a limit was booked on each day, also as a part of a chain. */
export function bookedServices({ companyId }: CompanyContext, request: TakenRequest): Prisma.Sql {
  if (request.cappedServiceIds.length === 0) return Prisma.empty;
  const { since, till } = around(request);
  return Prisma.sql`, 'services', (
    SELECT coalesce(json_agg(json_build_object('id', service_id, 'day', day, 'booked', booked)), '[]') FROM (
      SELECT s.service_id, to_char(p.starts_at AT TIME ZONE b.timezone, 'YYYY-MM-DD') AS day, count(*) AS booked
      FROM branches b JOIN appointments p ON p.company_id = b.company_id AND p.branch_id = b.id
        AND p.starts_at > ${since}::timestamptz AND p.starts_at < ${till}::timestamptz AND p.status IN ${ACTIVE}
        AND p.id IS DISTINCT FROM ${request.movingAppointmentId ?? null}::uuid
      CROSS JOIN LATERAL (SELECT p.service_id UNION SELECT (part ->> 'serviceId')::uuid FROM jsonb_array_elements(p.parts) AS part) s
      WHERE b.company_id = ${companyId}::uuid AND b.id = ${request.branchId}::uuid AND s.service_id = ANY (${request.cappedServiceIds}::uuid[])
      GROUP BY 1, 2) days)`;
}

/** What each person works on each day already: an appointment's own time bounds its parts, so that no buffer counts. */
export function bookedMinutes({ companyId }: CompanyContext, request: TakenRequest): Prisma.Sql {
  if (!request.hasWorkingLimits) return Prisma.empty;
  const { since, till } = around(request, A_WEEK_AROUND);
  return Prisma.sql`, 'minutes', (
    SELECT coalesce(json_agg(json_build_object('person', nr, 'day', day, 'booked', booked)), '[]') FROM (
      SELECT p.nr, to_char(greatest(o.blocked_from, t.starts_at) AT TIME ZONE b.timezone, 'YYYY-MM-DD') AS day,
        (sum(extract(epoch FROM least(o.blocked_until, t.ends_at) - greatest(o.blocked_from, t.starts_at))) / 60)::int AS booked
      FROM people p JOIN staff_occupancies o ON o.company_id = ${companyId}::uuid AND o.staff_id = p.id
        AND o.blocked_until > ${since}::timestamptz AND o.blocked_from < ${till}::timestamptz
        AND (o.appointment_id IS NULL OR o.appointment_id IS DISTINCT FROM ${request.movingAppointmentId ?? null}::uuid)
      JOIN branches b ON b.company_id = o.company_id AND b.id = ${request.branchId}::uuid
      CROSS JOIN LATERAL (
        SELECT a.starts_at, a.ends_at FROM appointments a WHERE a.company_id = o.company_id AND a.id = o.appointment_id
        UNION ALL SELECT c.starts_at, c.ends_at FROM class_sessions c WHERE c.company_id = o.company_id AND c.id = o.class_session_id) t
      GROUP BY 1, 2) days)`;
}

/** When each person was last given an appointment; who got none for a month counts as new. */
export function lastAssigned({ companyId, now }: CompanyContext, request: TakenRequest): Prisma.Sql {
  if (!request.isInTurn) return Prisma.empty;
  const since = new Date(now.getTime() - 30 * DAY);
  return Prisma.sql`, 'assigned', (
    SELECT coalesce(json_agg(json_build_object('person', p.nr, 'at', date_part('epoch', last.created_at) * 1000)), '[]')
    FROM people p CROSS JOIN LATERAL (
      SELECT a.created_at FROM appointments a
      WHERE a.company_id = ${companyId}::uuid AND a.staff_id = p.id AND a.created_at > ${since}::timestamptz AND a.status <> 'cancelled'
      ORDER BY a.created_at DESC LIMIT 1) last)`;
}
