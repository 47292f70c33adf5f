import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { ask, db } from "@/server/core/db";
import { type Appointment, type CalcomSyncStatus, Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import { assignmentOf } from "@/server/core/row-values";
import type { SegmentRow } from "../rules/booking-rows";
import type { PolicyResult } from "../schema";
import { changedMeanwhile } from "../views";
import { findAppointmentRow } from "./read";

export async function insertAppointment(
  ctx: CompanyContext,
  data: Omit<Prisma.AppointmentUncheckedCreateInput, "companyId">,
): Promise<void> {
  await db(ctx).appointment.create({ data: { ...data, companyId: ctx.companyId }, select: { id: true } });
}

export async function insertSegments(ctx: CompanyContext, segments: SegmentRow[]): Promise<void> {
  const rows = segments.map((row) => ({
    ...{ id: newId(), company_id: ctx.companyId, appointment_id: row.appointmentId, position: row.position },
    ...{ service_id: row.serviceId, name: row.name, staff_id: row.staffId, resource_id: row.resourceId },
    ...{ starts_at: row.startsAt, ends_at: row.endsAt, occupies_staff: row.occupiesStaff },
  }));
  await ask(
    ctx,
    Prisma.sql`
    INSERT INTO appointment_segments (id, company_id, appointment_id, position, service_id, name, staff_id, resource_id, starts_at,
      ends_at, occupies_staff)
    SELECT id, company_id, appointment_id, position, service_id, name, staff_id, resource_id, starts_at, ends_at, occupies_staff
    FROM jsonb_populate_recordset(NULL::appointment_segments, ${JSON.stringify(rows)}::jsonb)`,
  );
}

export async function deleteSegments(ctx: CompanyContext, appointmentId: string): Promise<void> {
  await ask(
    ctx,
    Prisma.sql`
    DELETE FROM appointment_segments WHERE company_id = ${ctx.companyId}::uuid AND appointment_id = ${appointmentId}::uuid`,
  );
}

interface Versioned {
  id: string;
  version: number;
}

export type AppointmentChange = Partial<Omit<Appointment, "id" | "companyId" | "version" | "updatedAt">>;

/** The version guard turns a lost race into a conflict instead of an overwrite. */
export async function changeAppointment(
  ctx: CompanyContext,
  { id, version }: Versioned,
  change: AppointmentChange,
): Promise<void> {
  const changed = await ask(
    ctx,
    Prisma.sql`
    UPDATE appointments SET ${assignmentOf("appointments", { ...change, version: version + 1 })}, updated_at = now()
    WHERE company_id = ${ctx.companyId}::uuid AND id = ${id}::uuid AND version = ${version}::int RETURNING id`,
  );
  if (changed.length === 0) throw changedMeanwhile(await findAppointmentRow(ctx, id));
}

export interface CalcomState {
  status: CalcomSyncStatus;
  error: string | null;
  /** Left as they are where they are not given. */
  bookingUid?: string | null;
  version?: number;
}

/**
 * What the other side knows; not a change of the appointment itself, so its version stays. Answers whose appointment it is, null
 * where there is none.
 */
export async function writeCalcomState(
  ctx: CompanyContext,
  appointmentId: string,
  { status, error, bookingUid, version }: CalcomState,
): Promise<string | null> {
  const [row] = await ask<{ customerId: string }>(
    ctx,
    Prisma.sql`
    UPDATE appointments SET calcom_sync_status = ${status}::calcom_sync_status, calcom_sync_error = ${error},
      calcom_booking_uid = CASE WHEN ${bookingUid === undefined}::boolean THEN calcom_booking_uid ELSE ${bookingUid ?? null} END,
      calcom_synced_version = coalesce(${version ?? null}::int, calcom_synced_version), updated_at = ${ctx.now}::timestamptz
    WHERE company_id = ${ctx.companyId}::uuid AND id = ${appointmentId}::uuid RETURNING customer_id AS "customerId"`,
  );
  return row?.customerId ?? null;
}

export interface ModificationEntry {
  appointmentId: string;
  customerId: string;
  type:
    | "created"
    | "rescheduled"
    | "cancelled"
    | "status_changed"
    | "reassigned"
    | "violation"
    | "restored"
    | "discounted";
  oldValues?: Prisma.InputJsonObject;
  newValues?: Prisma.InputJsonObject;
  reason?: string | null;
  policyResult?: PolicyResult;
  /** Of the step; a violation beside it costs nothing of its own. */
  feeCents?: number;
}

export async function recordModification(ctx: TransactionContext, entry: ModificationEntry): Promise<void> {
  const { appointmentId, customerId, type, reason = null, feeCents = 0 } = entry;
  const json = (value: object | undefined) => Prisma.sql`${value ? JSON.stringify(value) : null}::jsonb`;
  await ask(
    ctx,
    Prisma.sql`
    INSERT INTO appointment_modifications (id, company_id, appointment_id, customer_id, type, old_values, new_values, reason,
      policy_result, fee_cents, actor, occurred_at)
    VALUES (${newId()}::uuid, ${ctx.companyId}::uuid, ${appointmentId}::uuid, ${customerId}::uuid, ${type}::modification_type,
      ${json(entry.oldValues)}, ${json(entry.newValues)}, ${reason}, ${json(entry.policyResult)}, ${feeCents}::int,
      ${json(ctx.actor)}, ${ctx.now})`,
  );
}
