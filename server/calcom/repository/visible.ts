import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";

/** Whether this person sees the appointment that a row of this alias is about. */
function isAppointmentOwn({ restriction }: CompanyContext, row: "m" | "d"): Prisma.Sql {
  const { branchIds = [], staffId } = restriction ?? {};
  const named = Prisma.raw(`a.company_id = ${row}.company_id AND a.id = ${row}.appointment_id`);
  const conditions = [named];
  if (branchIds.length > 0) conditions.push(Prisma.sql`a.branch_id = ANY(${branchIds}::uuid[])`);
  if (staffId) conditions.push(Prisma.sql`a.staff_id = ${staffId}::uuid`);
  return Prisma.sql`EXISTS (SELECT FROM appointments a WHERE ${Prisma.join(conditions, " AND ")})`;
}

/**
 * A booking that is no appointment here is where its host works, or else whoever its event type stands for. Who may be in
 * several branches tells nothing: it is hidden from everybody who does not see them all.
 */
function isPlaceOwn(branchIds: string[]): Prisma.Sql {
  const own = Prisma.sql`bool_and(b.branch_id = ANY(${branchIds}::uuid[]))`;
  return Prisma.sql`COALESCE(
    (SELECT ${own} FROM calcom_team_members t
      JOIN staff_branches b ON b.company_id = t.company_id AND b.staff_id = t.staff_id
      WHERE t.company_id = m.company_id AND t.calcom_user_id::text = m.calcom_state #>> '{host,id}'),
    (SELECT ${own} FROM team_event_type_mappings t CROSS JOIN LATERAL (
        SELECT branch_id FROM staff_branches WHERE company_id = t.company_id AND staff_id = t.staff_id
        UNION ALL
        SELECT branch_id FROM branch_services
        WHERE t.staff_id IS NULL AND company_id = t.company_id AND service_id = t.service_id) b
      WHERE t.company_id = m.company_id AND t.calcom_event_type_id = m.calcom_event_type_id),
    false)`;
}

/** What of `calcom_event_maps m` this person sees: all of the company, or what is about their branches and their own work. */
export function visibleBookings(ctx: CompanyContext): Prisma.Sql {
  const { branchIds = [], staffId } = ctx.restriction ?? {};
  if (branchIds.length === 0 && !staffId) return Prisma.sql`true`;
  const withoutAppointment = staffId ? Prisma.sql`false` : isPlaceOwn(branchIds);
  return Prisma.sql`CASE WHEN m.appointment_id IS NULL THEN ${withoutAppointment} ELSE ${isAppointmentOwn(ctx, "m")} END`;
}

/** The same of `calcom_drifts d`. */
export function visibleDrifts(ctx: CompanyContext): Prisma.Sql {
  const { branchIds = [], staffId } = ctx.restriction ?? {};
  if (branchIds.length === 0 && !staffId) return Prisma.sql`true`;
  return Prisma.sql`CASE WHEN d.appointment_id IS NULL THEN EXISTS (SELECT FROM calcom_event_maps m
    WHERE m.company_id = d.company_id AND m.id = d.event_map_id AND ${visibleBookings(ctx)})
    ELSE ${isAppointmentOwn(ctx, "d")} END`;
}

export async function isBookingVisible(ctx: CompanyContext, id: string): Promise<boolean> {
  const rows = await db(ctx).$queryRaw<unknown[]>`
    SELECT m.id FROM calcom_event_maps m
    WHERE m.company_id = ${ctx.companyId}::uuid AND m.id = ${id}::uuid AND ${visibleBookings(ctx)}`;
  return rows.length > 0;
}
