import type { AppointmentSource } from "@/server/appointments/schema";
import type { CallOutcome } from "@/server/calls/schema";
import { type NamedVisit, nameVisits } from "@/server/catalog/services/queries/name-visits";
import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { visibleRows } from "./visible";

interface StoredRow {
  id: string;
  type: string;
  status: string | null;
  at: Date;
  actor: { kind?: string; name?: string; callId?: string };
  source: AppointmentSource;
  appointmentId: string;
  /** When it took place after this change, not where it stands by now. */
  startsAt: Date;
  timezone: string;
  service: { id: string; name: string };
  parts: unknown;
  staffName: string;
  callId: string | null;
  customerId: string;
  firstName: string;
  lastName: string;
}

export type ModificationRow = NamedVisit<StoredRow>;

interface Feed {
  branchId?: string;
  limit: number;
}

export async function listModifications(ctx: CompanyContext, { branchId, limit }: Feed): Promise<ModificationRow[]> {
  const rows = await db(ctx).$queryRaw<StoredRow[]>`
    SELECT m.id, m.type::text AS type, m.new_values->>'status' AS status, m.occurred_at AS at, m.actor,
      a.source::text AS source, a.id AS "appointmentId",
      coalesce((m.new_values->>'startsAt')::timestamptz, a.starts_at) AS "startsAt",
      b.timezone, json_build_object('id', s.id, 'name', s.name) AS service, a.parts, f.name AS "staffName", a.call_id AS "callId",
      u.id AS "customerId", u.first_name AS "firstName", u.last_name AS "lastName"
    FROM appointment_modifications m
    JOIN appointments a ON a.company_id = m.company_id AND a.id = m.appointment_id
    JOIN branches b ON b.company_id = a.company_id AND b.id = a.branch_id
    JOIN services s ON s.company_id = a.company_id AND s.id = a.service_id
    JOIN staff f ON f.company_id = a.company_id AND f.id = a.staff_id
    JOIN customers u ON u.company_id = a.company_id AND u.id = a.customer_id
    WHERE m.company_id = ${ctx.companyId}::uuid AND ${visibleRows(ctx, { row: "a", branchId })}
      AND m.type NOT IN ('violation', 'discounted') AND m.occurred_at <= ${ctx.now}
    ORDER BY m.occurred_at DESC, m.id DESC LIMIT ${limit}`;
  return nameVisits(ctx, rows);
}

export interface EndedCallRow {
  id: string;
  at: Date;
  outcome: CallOutcome;
  durationSec: number | null;
  customerId: string | null;
  firstName: string | null;
  lastName: string | null;
}

/** Calls that changed no appointment: those that did are told by what they changed. */
export async function listEndedCalls(ctx: CompanyContext, { branchId, limit }: Feed): Promise<EndedCallRow[]> {
  return db(ctx).$queryRaw<EndedCallRow[]>`
    SELECT c.id, coalesce(c.ended_at, c.started_at) AS at, c.outcome::text AS outcome, c.duration_sec AS "durationSec",
      u.id AS "customerId", u.first_name AS "firstName", u.last_name AS "lastName"
    FROM calls c LEFT JOIN customers u ON u.company_id = c.company_id AND u.id = c.customer_id
    WHERE ${visibleRows(ctx, { row: "c", branchId })} AND c.deleted_at IS NULL
      AND c.status = 'ended' AND c.outcome NOT IN ('booked', 'rescheduled', 'cancelled', 'spam')
    ORDER BY c.started_at DESC, c.id DESC LIMIT ${limit}`;
}
