import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";

/** A stretch of a person's time, buffers included. */
export interface OccupiedPart {
  /** The part's number within the appointment, or the offer's within a hold. */
  position: number;
  staffId: string;
  blockedFrom: Date;
  blockedUntil: Date;
}

/**
 * Takes the parts in one statement, sorted, so that any number of writers end without a deadlock; says the positions of
 * those it got. A plain insert that runs into the constraint would deadlock under load.
 */
export async function insertOccupancies(
  ctx: CompanyContext,
  { appointmentId }: { appointmentId: string },
  parts: OccupiedPart[],
): Promise<number[]> {
  const sorted = [...parts].sort(
    (a, b) => a.staffId.localeCompare(b.staffId) || a.blockedFrom.getTime() - b.blockedFrom.getTime(),
  );
  const taken = await db(ctx).$queryRaw<{ segment: number }[]>`
    INSERT INTO staff_occupancies (company_id, appointment_id, segment, staff_id, blocked_from, blocked_until)
    SELECT ${ctx.companyId}::uuid, ${appointmentId}::uuid, part.segment, part.staff_id, part.blocked_from, part.blocked_until
    FROM unnest(${sorted.map((part) => part.position)}::int[], ${sorted.map((part) => part.staffId)}::uuid[], ${sorted.map((part) => part.blockedFrom.toISOString())}::timestamptz[],
      ${sorted.map((part) => part.blockedUntil.toISOString())}::timestamptz[]) AS part (segment, staff_id, blocked_from, blocked_until)
    ON CONFLICT ON CONSTRAINT staff_free DO NOTHING
    RETURNING segment`;
  return taken.map(({ segment }) => segment);
}

export async function deleteAppointmentOccupancies(ctx: CompanyContext, appointmentId: string): Promise<void> {
  await db(ctx).$executeRaw`
    DELETE FROM staff_occupancies WHERE company_id = ${ctx.companyId}::uuid AND appointment_id = ${appointmentId}::uuid`;
}

/**
 * Changes the owner of one offer in place and drops the hold with its others, which may overlap it; 0 rows when the hold
 * has expired.
 */
export async function convertHold(
  ctx: CompanyContext,
  { holdId, position, appointmentId }: { holdId: string; position: number; appointmentId: string },
): Promise<number> {
  await db(ctx).$executeRaw`
    DELETE FROM staff_occupancies
    WHERE company_id = ${ctx.companyId}::uuid AND hold_id = ${holdId}::uuid AND segment <> ${position}`;
  const converted = await db(ctx).$executeRaw`
    UPDATE staff_occupancies o SET hold_id = NULL, appointment_id = ${appointmentId}::uuid, segment = 0
    FROM slot_holds h
    WHERE o.company_id = ${ctx.companyId}::uuid AND o.hold_id = ${holdId}::uuid AND h.company_id = o.company_id
      AND h.id = o.hold_id AND h.expires_at > clock_timestamp()`;
  await db(ctx).$executeRaw`DELETE FROM slot_holds WHERE company_id = ${ctx.companyId}::uuid AND id = ${holdId}::uuid`;
  return converted;
}
