import type { CompanyContext } from "@/server/core/context";
import { ask, db } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import { closeDrifts } from "../reconciliation/repository/drifts";
import { type BookingCopy, pushState } from "../schema";
import { EVENT_MAP_COLUMNS, type EventMap, type EventMapRow, toEventMap } from "./event-map";

/** What we know of a booking that was made or changed over there; without an appointment as long as it has none here. */
export interface KnownBooking extends EventMap {
  appointmentId: string | null;
}

/** One at a time for all that a booking ever was, also while nothing is known of it. */
export async function lockBooking(ctx: CompanyContext, firstUid: string): Promise<void> {
  const key = `calcom:${ctx.companyId}:${firstUid}`;
  await ask(ctx, Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))::text`);
}

/** The row of a booking by any uid that it ever had, for this transaction alone. */
export async function lockKnownBooking(ctx: CompanyContext, uids: string[]): Promise<KnownBooking | null> {
  const [row] = await ask<EventMapRow>(
    ctx,
    Prisma.sql`
    SELECT ${EVENT_MAP_COLUMNS} FROM calcom_event_maps
    WHERE company_id = ${ctx.companyId}::uuid AND (calcom_booking_uid = ANY(${uids}) OR former_booking_uids && ${uids})
    ORDER BY appointment_id IS NULL, created_at, id LIMIT 1 FOR UPDATE`,
  );
  return row ? { ...toEventMap(row), appointmentId: row.appointment_id } : null;
}

/** The row of a booking that has no appointment here, for this transaction alone. */
export async function lockOrphan(ctx: CompanyContext, uid: string): Promise<{ id: string } | null> {
  const [row] = await ask<{ id: string }>(
    ctx,
    Prisma.sql`
    SELECT id FROM calcom_event_maps
    WHERE company_id = ${ctx.companyId}::uuid AND appointment_id IS NULL AND calcom_booking_uid = ${uid} FOR UPDATE`,
  );
  return row ?? null;
}

/** A row by its id, for this transaction alone. */
export async function lockBookingRow(ctx: CompanyContext, id: string): Promise<KnownBooking | null> {
  const [row] = await ask<EventMapRow>(
    ctx,
    Prisma.sql`
    SELECT ${EVENT_MAP_COLUMNS} FROM calcom_event_maps
    WHERE company_id = ${ctx.companyId}::uuid AND id = ${id}::uuid FOR UPDATE`,
  );
  return row ? { ...toEventMap(row), appointmentId: row.appointment_id } : null;
}

export async function isAnyUidKnown(ctx: CompanyContext, uids: string[]): Promise<boolean> {
  const rows = await ask(
    ctx,
    Prisma.sql`
    SELECT id FROM calcom_event_maps
    WHERE company_id = ${ctx.companyId}::uuid AND (calcom_booking_uid = ANY(${uids}) OR former_booking_uids && ${uids}) LIMIT 1`,
  );
  return rows.length > 0;
}

/** A row for a booking that has none; what stands there and why is written afterwards. */
export async function insertKnownBooking(
  ctx: CompanyContext,
  { uid, formerUids }: { uid: string; formerUids: string[] },
) {
  const id = newId();
  await ask(
    ctx,
    Prisma.sql`
    INSERT INTO calcom_event_maps (id, company_id, calcom_booking_uid, former_booking_uids, updated_at)
    VALUES (${id}::uuid, ${ctx.companyId}::uuid, ${uid}, ${formerUids}::text[], ${ctx.now})`,
  );
  const state = pushState.parse({});
  const known: KnownBooking = {
    ...{ id, position: 0, appointmentId: null, copy: null, state, driftStatus: "synced", reviewReason: null },
    ...{ formerUids, lockedAt: ctx.now },
  };
  return known;
}

/** From now on it is the copy of this appointment. */
export async function assignAppointment(
  ctx: CompanyContext,
  { id, appointmentId }: { id: string; appointmentId: string },
): Promise<void> {
  await ask(
    ctx,
    Prisma.sql`
    UPDATE calcom_event_maps SET appointment_id = ${appointmentId}::uuid, updated_at = ${ctx.now}
    WHERE company_id = ${ctx.companyId}::uuid AND id = ${id}::uuid`,
  );
}

export async function deleteKnownBooking(ctx: CompanyContext, id: string): Promise<void> {
  await db(ctx).calcomEventMap.deleteMany({ where: { companyId: ctx.companyId, id, appointmentId: null } });
}

/** Uids that lead to this row from now on. */
export async function rememberUids(ctx: CompanyContext, { id, uids }: { id: string; uids: string[] }): Promise<void> {
  await ask(
    ctx,
    Prisma.sql`
    UPDATE calcom_event_maps SET former_booking_uids = ${uids}::text[], updated_at = ${ctx.now}
    WHERE company_id = ${ctx.companyId}::uuid AND id = ${id}::uuid`,
  );
}

export interface Settlement {
  decision: "taken_over" | "cancelled_there" | "kept_ours" | "linked" | "ignored" | "withdrawn";
  by: Prisma.InputJsonObject;
}

/** It waits for nobody any more; what was decided stays with it. */
export async function writeSettlement(ctx: CompanyContext, id: string, resolution: Settlement): Promise<void> {
  await db(ctx).calcomEventMap.updateMany({
    where: { companyId: ctx.companyId, id },
    data: { driftStatus: "resolved", resolvedAt: ctx.now, resolution: { ...resolution } },
  });
  await closeDrifts(ctx, { eventMapId: id, outcome: resolution.decision, by: resolution.by });
}

/** The event types that stand for a service of ours, by whom. */
export async function listMappingsOfType(ctx: CompanyContext, calcomEventTypeId: number) {
  return ask<{ serviceId: string; staffId: string | null; isActive: boolean }>(
    ctx,
    Prisma.sql`
    SELECT service_id AS "serviceId", staff_id AS "staffId", is_active AS "isActive" FROM team_event_type_mappings
    WHERE company_id = ${ctx.companyId}::uuid AND calcom_event_type_id = ${calcomEventTypeId}::int
    ORDER BY is_active DESC, created_at, id`,
  );
}

/** Who of ours a host over there is. */
export async function findStaffOfHost(ctx: CompanyContext, host: BookingCopy["host"]): Promise<string | null> {
  if (host?.id == null || !Number.isInteger(host.id)) return null;
  const [member] = await ask<{ staffId: string }>(
    ctx,
    Prisma.sql`
    SELECT staff_id AS "staffId" FROM calcom_team_members
    WHERE company_id = ${ctx.companyId}::uuid AND calcom_user_id = ${host.id}::bigint`,
  );
  return member?.staffId ?? null;
}

/** The open branches in which somebody works, as far as the asking person may work with them; the default one first. */
export async function listBranchIdsOf(ctx: CompanyContext, staffId: string): Promise<string[]> {
  const { branchIds: own, staffId: self = null } = ctx.restriction ?? { branchIds: [] };
  const rows = await ask<{ id: string }>(
    ctx,
    Prisma.sql`
    SELECT b.id FROM staff s
    JOIN staff_branches l ON l.company_id = s.company_id AND l.staff_id = s.id
    JOIN branches b ON b.company_id = l.company_id AND b.id = l.branch_id AND b.is_active AND b.deleted_at IS NULL
    WHERE s.company_id = ${ctx.companyId}::uuid AND s.id = ${staffId}::uuid AND s.is_active AND s.deleted_at IS NULL
      AND (${own.length}::int = 0 OR b.id = ANY(${own}::uuid[])) AND (${self}::uuid IS NULL OR s.id = ${self}::uuid)
    ORDER BY b.is_default DESC, b.name, b.id`,
  );
  return rows.map(({ id }) => id);
}

/** Why a booking of this appointment waits for a person; null when none does. */
export async function findOpenReason(ctx: CompanyContext, appointmentId: string): Promise<string | null> {
  const row = await db(ctx).calcomEventMap.findFirst({
    where: { companyId: ctx.companyId, appointmentId, driftStatus: "manual_review", reviewReason: { not: null } },
    select: { reviewReason: true },
    orderBy: { segmentPosition: "asc" },
  });
  return row?.reviewReason ?? null;
}
