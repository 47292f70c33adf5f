import type { TransactionContext } from "@/server/core/context";
import { ask } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import type { Booked, CountedSlot, Limits } from "../rules/slot-limits";
import { loadTaken } from "./load-taken";

/** Waits until nobody else counts towards these limits; until the transaction ends nobody does. Sorted keys: no deadlock. */
export async function lockLimits(tx: TransactionContext, keys: readonly string[]): Promise<void> {
  await ask(
    tx,
    Prisma.sql`
    SELECT pg_advisory_xact_lock(hashtextextended(${tx.companyId}::text || key, 3))
    FROM (SELECT key FROM unnest(${keys}::text[]) WITH ORDINALITY AS wanted (key, nr) ORDER BY nr) AS sorted`,
  );
}

interface Counting {
  branchId: string;
  from: Date;
  until: Date;
  staffIds: readonly string[];
  serviceIds: readonly string[];
}

/** What stands in the books by now, this transaction's own included. */
export async function countBooked(tx: TransactionContext, { serviceIds, ...asked }: Counting): Promise<Booked> {
  const { minutes, services } = await loadTaken(tx, {
    ...asked,
    ...{ resourceIds: [], classServiceIds: [], cappedServiceIds: serviceIds },
    hasWorkingLimits: asked.staffIds.length > 0,
  });
  const withStaff = minutes.map(({ person, ...rest }) => ({ ...rest, staffId: asked.staffIds[person] ?? "" }));
  return { minutes: withStaff, services };
}

interface CountedRow {
  branchId: string;
  zone: string;
  startsAt: number;
  endsAt: number;
  services: Limits["services"] | null;
  staff: (Limits["staff"][number] & { startsAt: number; endsAt: number })[] | null;
}

/** What an appointment that occupies its time counts towards; null where nothing of it is limited. */
export async function findCounted(
  tx: TransactionContext,
  appointmentId: string,
): Promise<{ slot: CountedSlot; limits: Limits } | null> {
  const [row] = await ask<CountedRow>(
    tx,
    Prisma.sql`
    SELECT a.branch_id AS "branchId", b.timezone AS zone, (date_part('epoch', a.starts_at) * 1000)::float8 AS "startsAt",
      (date_part('epoch', a.ends_at) * 1000)::float8 AS "endsAt",
      (SELECT json_agg(json_build_object('id', s.id, 'maxPerDay', s.max_per_day)) FROM services s
        WHERE s.company_id = a.company_id AND s.max_per_day IS NOT NULL AND s.id IN (
          SELECT a.service_id UNION SELECT (part ->> 'serviceId')::uuid
          FROM jsonb_array_elements(CASE jsonb_typeof(a.parts) WHEN 'array' THEN a.parts END) AS part)) AS services,
      (SELECT json_agg(json_build_object('id', p.id, 'maxMinutesPerDay', (p.max_hours_per_day * 60)::int,
          'maxMinutesPerWeek', (p.max_hours_per_week * 60)::int,
          'startsAt', date_part('epoch', greatest(o.blocked_from, a.starts_at)) * 1000,
          'endsAt', date_part('epoch', least(o.blocked_until, a.ends_at)) * 1000))
        FROM staff_occupancies o JOIN staff p ON p.company_id = o.company_id AND p.id = o.staff_id
        WHERE o.company_id = a.company_id AND o.appointment_id = a.id
          AND (p.max_hours_per_day IS NOT NULL OR p.max_hours_per_week IS NOT NULL)) AS staff
    FROM appointments a JOIN branches b ON b.company_id = a.company_id AND b.id = a.branch_id
    WHERE a.company_id = ${tx.companyId}::uuid AND a.id = ${appointmentId}::uuid AND a.class_session_id IS NULL`,
  );
  if (!row || (!row.services && !row.staff)) return null;
  const { branchId, zone, startsAt, endsAt, staff } = row;
  const segments = (staff ?? []).map((one, position) => ({
    ...{
      position,
      part: position,
      serviceId: "",
      name: null,
      staffId: one.id,
      startsAt: one.startsAt,
      endsAt: one.endsAt,
    },
    ...{ blockedFrom: one.startsAt, blockedUntil: one.endsAt, occupiesStaff: true, furtherStaffIds: [], resources: [] },
  }));
  const people = new Map((staff ?? []).map(({ startsAt: _, endsAt: __, ...person }) => [person.id, person]));
  const limits = { branchId, zone, services: row.services ?? [], staff: [...people.values()] };
  return { slot: { startsAt, endsAt, segments }, limits };
}
