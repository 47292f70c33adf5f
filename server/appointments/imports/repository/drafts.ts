import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";

export interface Draft {
  id: string;
  importId: string;
  customerId: string;
  status: string;
  startsAt: Date;
}

/** The appointment, if it was taken over from a file and nothing has happened to it since. */
export async function findDraft(ctx: CompanyContext, appointmentId: string): Promise<Draft | null> {
  const [draft] = await db(ctx).$queryRaw<Draft[]>`
    SELECT a.id, l.job_id AS "importId", a.customer_id AS "customerId", a.status::text AS status, a.starts_at AS "startsAt"
    FROM appointments a JOIN import_lines l ON l.company_id = a.company_id AND l.appointment_id = a.id
    WHERE a.company_id = ${ctx.companyId}::uuid AND a.id = ${appointmentId}::uuid AND a.version = 1
      AND a.calcom_booking_uid IS NULL
      AND NOT EXISTS (SELECT FROM appointment_modifications m
        WHERE m.company_id = a.company_id AND m.appointment_id = a.id AND m.type <> 'created')
      AND NOT EXISTS (SELECT FROM reviews r WHERE r.company_id = a.company_id AND r.appointment_id = a.id)`;
  return draft ?? null;
}

/** False when somebody touched it at the last moment. */
export async function deleteDraft(ctx: CompanyContext, { id }: Draft): Promise<boolean> {
  const { companyId } = ctx;
  const { count } = await db(ctx).appointment.deleteMany({ where: { companyId, id, version: 1 } });
  if (count === 0) return false;
  await db(ctx).importLine.updateMany({
    where: { companyId, appointmentId: id },
    data: { state: "undone", appointmentId: null },
  });
  return true;
}
