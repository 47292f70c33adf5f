import type { CompanyContext } from "@/server/core/context";
import { ask, db } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { EVENT_MAP_COLUMNS, type EventMap, type EventMapRow, toEventMap } from "../../repository/event-map";
import type { EventTypeMapping } from "../../rules/next-step";

export interface Stretch {
  from: Date;
  until: Date;
}

/** The event types by which something of ours may stand over there, also those that were given up. */
export async function listEventTypeIds(ctx: CompanyContext): Promise<number[]> {
  const rows = await ask<{ id: number }>(
    ctx,
    Prisma.sql`
    SELECT calcom_event_type_id AS id FROM team_event_type_mappings WHERE company_id = ${ctx.companyId}::uuid
    UNION SELECT calcom_event_type_id FROM calcom_event_maps
    WHERE company_id = ${ctx.companyId}::uuid AND calcom_event_type_id IS NOT NULL ORDER BY 1`,
  );
  return rows.map(({ id }) => id);
}

interface Wanted extends Stretch {
  /** Of the bookings that were read, and the appointments that they name. */
  uids: string[];
  marked: string[];
  /** Null where nobody knows any more. */
  connectedAt: Date | null;
}

export interface AppointmentRow {
  id: string;
  serviceId: string;
  version: number;
  endsAt: Date;
  changedAt: Date;
  /** The last change followed something that was done over there. */
  isFromThere: boolean;
  isOnTheWay: boolean;
  isFromBefore: boolean;
  name: string;
  email: string | null;
  phones: string[];
}

/** How long a change may be on the way before it counts as lost. */
const ON_THE_WAY = "1 hour";

/** Appointments of a stretch, by our time or by theirs, with what is needed to compare them. */
export async function listAppointmentsOf(ctx: CompanyContext, wanted: Wanted): Promise<AppointmentRow[]> {
  const { companyId, now } = ctx;
  const { from, until, uids, marked, connectedAt } = wanted;
  return ask<AppointmentRow>(
    ctx,
    Prisma.sql`
    WITH meant AS (
      SELECT id FROM appointments WHERE company_id = ${companyId}::uuid AND starts_at >= ${from} AND starts_at < ${until}
      UNION SELECT id FROM appointments WHERE company_id = ${companyId}::uuid AND id = ANY(${marked}::uuid[])
      UNION SELECT appointment_id FROM calcom_event_maps
      WHERE company_id = ${companyId}::uuid AND appointment_id IS NOT NULL
        AND (calcom_booking_uid = ANY(${uids}) OR former_booking_uids && ${uids}
          OR ((calcom_state ->> 'startsAt')::timestamptz >= ${from} AND (calcom_state ->> 'startsAt')::timestamptz < ${until})))
    SELECT a.id, a.service_id AS "serviceId", a.version, a.ends_at AS "endsAt",
      a.calcom_sync_status = 'pending' AND a.updated_at > ${now}::timestamptz - ${ON_THE_WAY}::interval AS "isOnTheWay",
      a.calcom_sync_status = 'not_linked' AND a.created_at < coalesce(${connectedAt}::timestamptz, '-infinity') AS "isFromBefore",
      coalesce((SELECT max(m.occurred_at) FROM appointment_modifications m
        WHERE m.company_id = a.company_id AND m.appointment_id = a.id AND m.type NOT IN ('violation', 'discounted')),
        a.created_at) AS "changedAt",
      coalesce((SELECT m.actor ->> 'kind' = 'calcom' FROM appointment_modifications m
        WHERE m.company_id = a.company_id AND m.appointment_id = a.id AND m.type NOT IN ('violation', 'discounted')
        ORDER BY m.occurred_at DESC, m.id DESC LIMIT 1), false) AS "isFromThere",
      concat_ws(' ', c.first_name, c.last_name) AS name, c.email,
      ARRAY(SELECT p.e164 FROM customer_phones p WHERE p.company_id = a.company_id AND p.customer_id = c.id) AS phones
    FROM appointments a JOIN customers c ON c.company_id = a.company_id AND c.id = a.customer_id
    WHERE a.company_id = ${companyId}::uuid AND a.id IN (SELECT id FROM meant)
    ORDER BY a.starts_at, a.id`,
  );
}

export interface MapOf extends EventMap {
  appointmentId: string | null;
  lastComparedAt: Date | null;
}

/** What we know of the bookings of these appointments, and of bookings that have none. */
export async function listMapsOf(
  ctx: CompanyContext,
  { appointmentIds, uids }: { appointmentIds: string[]; uids: string[] },
): Promise<MapOf[]> {
  const rows = await ask<EventMapRow & { last_compared_at: Date | null }>(
    ctx,
    Prisma.sql`
    SELECT ${EVENT_MAP_COLUMNS}, last_compared_at FROM calcom_event_maps
    WHERE company_id = ${ctx.companyId}::uuid AND (appointment_id = ANY(${appointmentIds}::uuid[])
      OR (appointment_id IS NULL AND (calcom_booking_uid = ANY(${uids}) OR former_booking_uids && ${uids})))`,
  );
  return rows.map((row) => ({
    ...toEventMap(row),
    appointmentId: row.appointment_id,
    lastComparedAt: row.last_compared_at,
  }));
}

export interface ServiceMapping extends EventTypeMapping {
  serviceId: string;
}

export async function listServiceMappings(ctx: CompanyContext): Promise<ServiceMapping[]> {
  return db(ctx).teamEventTypeMapping.findMany({
    where: { companyId: ctx.companyId },
    select: { serviceId: true, calcomEventTypeId: true, staffId: true, lengthMinutes: true, isActive: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}

/** Who of ours each member over there is. */
export async function listHosts(ctx: CompanyContext): Promise<Map<number, string>> {
  const rows = await db(ctx).calcomTeamMember.findMany({
    where: { companyId: ctx.companyId },
    select: { calcomUserId: true, staffId: true },
  });
  return new Map(rows.map(({ calcomUserId, staffId }) => [calcomUserId, staffId]));
}

/** These were looked at. */
export async function markCompared(ctx: CompanyContext, ids: string[]): Promise<void> {
  await ask(
    ctx,
    Prisma.sql`
    UPDATE calcom_event_maps SET last_compared_at = ${ctx.now}, updated_at = ${ctx.now}
    WHERE company_id = ${ctx.companyId}::uuid AND id = ANY(${ids}::uuid[])`,
  );
}
