import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
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
  await db(ctx).appointmentSegment.createMany({
    data: segments.map((segment) => ({ id: newId(), companyId: ctx.companyId, ...segment })),
  });
}

export async function deleteSegments(ctx: CompanyContext, appointmentId: string): Promise<void> {
  await db(ctx).appointmentSegment.deleteMany({ where: { companyId: ctx.companyId, appointmentId } });
}

interface Versioned {
  id: string;
  version: number;
}

/** The version guard turns a lost race into a conflict instead of an overwrite. */
export async function changeAppointment(
  ctx: CompanyContext,
  appointment: Versioned,
  data: Prisma.AppointmentUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = await db(ctx).appointment.updateMany({
    where: { companyId: ctx.companyId, id: appointment.id, version: appointment.version },
    data: { ...data, version: appointment.version + 1 },
  });
  if (count === 0) throw changedMeanwhile(await findAppointmentRow(ctx, appointment.id));
}

/** What the other side knows; not a change of the appointment itself, so its version stays. */
export async function writeCalcomState(
  ctx: CompanyContext,
  appointmentId: string,
  data: Pick<
    Prisma.AppointmentUncheckedUpdateManyInput,
    "calcomBookingUid" | "calcomSyncStatus" | "calcomSyncError" | "calcomSyncedVersion"
  >,
): Promise<number> {
  const { count } = await db(ctx).appointment.updateMany({
    where: { companyId: ctx.companyId, id: appointmentId },
    data,
  });
  return count;
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
  await db(ctx).appointmentModification.create({
    data: { id: newId(), companyId: ctx.companyId, ...entry, actor: { ...ctx.actor }, occurredAt: ctx.now },
    select: { id: true },
  });
}
