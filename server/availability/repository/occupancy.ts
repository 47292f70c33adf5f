import type { CompanyContext } from "@/server/core/context";
import { ask } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";

/** A stretch of a person's time, buffers included. */
export interface OccupiedPart {
  /** The part's number within the appointment. */
  position: number;
  staffId: string;
  blockedFrom: Date;
  blockedUntil: Date;
}

/** Units of a room or a device, buffers included. */
export interface OccupiedResource {
  resourceId: string;
  quantity: number;
  blockedFrom: Date;
  blockedUntil: Date;
}

interface Owner {
  appointmentId: string;
}

/**
 * Takes the parts in one statement, sorted, so that any number of writers end without a deadlock; says the positions of
 * those it got. A plain insert that runs into the constraint would deadlock under load. Whoever is being archived at this
 * moment is waited for, and not taken.
 */
export async function insertOccupancies(
  ctx: CompanyContext,
  { appointmentId }: Owner,
  parts: OccupiedPart[],
): Promise<number[]> {
  const sorted = [...parts].sort(
    (a, b) => a.staffId.localeCompare(b.staffId) || a.blockedFrom.getTime() - b.blockedFrom.getTime(),
  );
  const staffIds = sorted.map((part) => part.staffId);
  const taken = await ask<{ segment: number }>(
    ctx,
    Prisma.sql`
    WITH able AS MATERIALIZED (
      SELECT id FROM staff WHERE company_id = ${ctx.companyId}::uuid AND id = ANY (${staffIds}::uuid[]) AND deleted_at IS NULL
      ORDER BY id FOR KEY SHARE)
    INSERT INTO staff_occupancies (company_id, appointment_id, segment, staff_id, blocked_from, blocked_until)
    SELECT ${ctx.companyId}::uuid, ${appointmentId}::uuid, part.segment, part.staff_id, part.blocked_from, part.blocked_until
    FROM unnest(${sorted.map((part) => part.position)}::int[], ${staffIds}::uuid[], ${sorted.map((part) => part.blockedFrom.toISOString())}::timestamptz[],
      ${sorted.map((part) => part.blockedUntil.toISOString())}::timestamptz[]) AS part (segment, staff_id, blocked_from, blocked_until)
    WHERE part.staff_id IN (SELECT id FROM able) ORDER BY part.staff_id, part.blocked_from
    ON CONFLICT ON CONSTRAINT staff_free DO NOTHING
    RETURNING segment`,
  );
  return taken.map(({ segment }) => segment);
}

/** All of them, or none and false. */
export async function takeResources(
  ctx: CompanyContext,
  { appointmentId }: Owner,
  parts: OccupiedResource[],
): Promise<boolean> {
  const [row] = await ask<{ taken: boolean }>(
    ctx,
    Prisma.sql`
    SELECT take_resources(${ctx.companyId}::uuid, ${appointmentId}::uuid, ${JSON.stringify(parts)}::jsonb) AS taken`,
  );
  return row?.taken ?? false;
}

/** False when the class has not so many places left. */
export async function takePlaces(
  ctx: CompanyContext,
  { appointmentId }: Owner,
  { sessionId, places }: { sessionId: string; places: number },
): Promise<boolean> {
  const [row] = await ask<{ taken: boolean }>(
    ctx,
    Prisma.sql`
    SELECT take_places(${ctx.companyId}::uuid, ${appointmentId}::uuid, ${sessionId}::uuid, ${places}) AS taken`,
  );
  return row?.taken ?? false;
}

export async function deleteAppointmentOccupancies(ctx: CompanyContext, appointmentId: string): Promise<void> {
  await ask<object>(
    ctx,
    Prisma.sql`
    WITH resources AS (
      DELETE FROM resource_occupancies WHERE company_id = ${ctx.companyId}::uuid AND appointment_id = ${appointmentId}::uuid),
    places AS (
      DELETE FROM class_places WHERE company_id = ${ctx.companyId}::uuid AND appointment_id = ${appointmentId}::uuid)
    DELETE FROM staff_occupancies WHERE company_id = ${ctx.companyId}::uuid AND appointment_id = ${appointmentId}::uuid`,
  );
}
