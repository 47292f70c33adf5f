import { type NamedVisit, nameVisits } from "@/server/catalog/services/queries/name-visits";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { ask, db } from "@/server/core/db";
import { type CalcomSyncStatus, Prisma } from "@/server/core/generated/client";
import { bookingPenaltyOf } from "@/server/core/penalties";
import { HOUR } from "@/server/core/time";
import type { AppointmentState, AppointmentView } from "../schema";

const listSelect = {
  id: true,
  status: true,
  source: true,
  startsAt: true,
  endsAt: true,
  priceCents: true,
  discountCents: true,
  currency: true,
  notes: true,
  callId: true,
  calcomSyncStatus: true,
  version: true,
  moveCount: true,
  parts: true,
  depositCents: true,
  depositFixedCents: true,
  depositPercentHundredths: true,
  depositPaidAt: true,
  depositPaidCents: true,
  depositReturnedAt: true,
  depositReturnedCents: true,
  createdAt: true,
  branch: { select: { id: true, name: true, timezone: true } },
  customer: {
    select: {
      id: true,
      firstName: true,
      lastName: true,
      customerPhones: { select: { e164: true }, orderBy: [{ isPrimary: "desc" }, { id: "asc" }], take: 1 },
    },
  },
  service: { select: { id: true, name: true, colour: true } },
  staff: { select: { id: true, name: true, colour: true } },
} satisfies Prisma.AppointmentSelect;

const detailSelect = {
  ...listSelect,
  cancellationReason: true,
  cancelledAt: true,
  discountReason: true,
  depositGoesBack: true,
  calcomBookingUid: true,
  calcomSyncError: true,
  explanation: true,
  customerFees: { select: { fromDepositCents: true, status: true } },
  appointmentSegments: {
    select: { position: true, name: true, startsAt: true, endsAt: true, staff: { select: { name: true } } },
    orderBy: { position: "asc" },
  },
  resourceOccupancies: {
    select: { blockedFrom: true, blockedUntil: true, quantity: true, resource: { select: { id: true, name: true } } },
    orderBy: [{ blockedFrom: "asc" }, { id: "asc" }],
  },
  appointmentModifications: {
    select: {
      id: true,
      type: true,
      reason: true,
      actor: true,
      oldValues: true,
      newValues: true,
      occurredAt: true,
      createdAt: true,
    },
    orderBy: [{ occurredAt: "desc" }, { id: "desc" }],
    take: 50,
  },
} satisfies Prisma.AppointmentSelect;

type ListedRow = Prisma.AppointmentGetPayload<{ select: typeof listSelect }>;
export type AppointmentRow = NamedVisit<ListedRow>;
export type AppointmentDetailRow = NamedVisit<Prisma.AppointmentGetPayload<{ select: typeof detailSelect }>>;

/** The company, and what the user's role narrows: own appointments, own branches. */
export function visible(ctx: CompanyContext): Prisma.AppointmentWhereInput {
  const { staffId, branchIds } = ctx.restriction ?? { branchIds: [] };
  return {
    companyId: ctx.companyId,
    ...(staffId ? { staffId } : {}),
    ...(branchIds.length > 0 ? { branchId: { in: branchIds } } : {}),
  };
}

export async function listAppointmentRows(
  ctx: CompanyContext,
  query: {
    where: Prisma.AppointmentWhereInput;
    order: "asc" | "desc";
    limit: number;
    skip?: number;
    after: (string | number)[] | null;
  },
): Promise<AppointmentRow[]> {
  const { where, order, limit, skip = 0, after } = query;
  const rows = await db(ctx).appointment.findMany({
    where: { AND: [visible(ctx), where, after ? behind(after, order) : {}] },
    select: listSelect,
    orderBy: [{ startsAt: order }, { id: order }],
    skip,
    take: limit + 1,
  });
  return nameVisits(ctx, rows);
}

export async function countAppointmentRows(
  ctx: CompanyContext,
  { where }: { where: Prisma.AppointmentWhereInput },
): Promise<number> {
  return db(ctx).appointment.count({ where: { AND: [visible(ctx), where] } });
}

function behind([startsAt, id]: (string | number)[], order: "asc" | "desc"): Prisma.AppointmentWhereInput {
  const at = new Date(Number(startsAt));
  const beyond = order === "asc" ? { gt: at } : { lt: at };
  const beyondId = order === "asc" ? { gt: String(id) } : { lt: String(id) };
  return { OR: [{ startsAt: beyond }, { startsAt: at, id: beyondId }] };
}

/**
 * One row as `listAppointmentRows` has it, past Prisma: each command reads it before and after, and callers wait for both. The
 * relations of an appointment can't be missing.
 */
export async function findAppointmentRow(ctx: CompanyContext, id: string): Promise<AppointmentRow | null> {
  const { staffId = null, branchIds } = ctx.restriction ?? { branchIds: [] };
  const [row] = await ask<ListedRow>(
    ctx,
    Prisma.sql`
    SELECT a.id, a.status::text AS status, a.source::text AS source, a.starts_at AS "startsAt", a.ends_at AS "endsAt",
      a.price_cents AS "priceCents", a.discount_cents AS "discountCents", a.currency, a.notes, a.call_id AS "callId",
      a.calcom_sync_status::text AS "calcomSyncStatus", a.version, a.move_count AS "moveCount", a.parts,
      a.deposit_cents AS "depositCents", a.deposit_fixed_cents AS "depositFixedCents",
      a.deposit_percent_hundredths AS "depositPercentHundredths", a.deposit_paid_at AS "depositPaidAt",
      a.deposit_paid_cents AS "depositPaidCents", a.deposit_returned_at AS "depositReturnedAt",
      a.deposit_returned_cents AS "depositReturnedCents", a.created_at AS "createdAt",
      json_build_object('id', b.id, 'name', b.name, 'timezone', b.timezone) AS branch,
      json_build_object('id', c.id, 'firstName', c.first_name, 'lastName', c.last_name, 'customerPhones', ARRAY(
        SELECT json_build_object('e164', p.e164) FROM customer_phones p
        WHERE p.company_id = c.company_id AND p.customer_id = c.id ORDER BY p.is_primary DESC, p.id LIMIT 1)) AS customer,
      json_build_object('id', s.id, 'name', s.name, 'colour', s.colour) AS service,
      json_build_object('id', t.id, 'name', t.name, 'colour', t.colour) AS staff
    FROM appointments a
      JOIN branches b ON b.company_id = a.company_id AND b.id = a.branch_id
      JOIN customers c ON c.company_id = a.company_id AND c.id = a.customer_id
      JOIN services s ON s.company_id = a.company_id AND s.id = a.service_id
      JOIN staff t ON t.company_id = a.company_id AND t.id = a.staff_id
    WHERE a.company_id = ${ctx.companyId}::uuid AND a.id = ${id}::uuid
      AND (${staffId}::uuid IS NULL OR a.staff_id = ${staffId}::uuid)
      AND (cardinality(${branchIds}::uuid[]) = 0 OR a.branch_id = ANY(${branchIds}::uuid[]))`,
  );
  return (row && (await nameVisits(ctx, [row]))[0]) ?? null;
}

export async function findAppointmentDetail(ctx: CompanyContext, id: string): Promise<AppointmentDetailRow | null> {
  const row = await db(ctx).appointment.findFirst({ where: { ...visible(ctx), id }, select: detailSelect });
  return (row && (await nameVisits(ctx, [row]))[0]) ?? null;
}

/** What the copy at Cal.com is known to be, its places in a class, and what was done to it last. */
export async function findCalcomState(
  ctx: CompanyContext,
  id: string,
): Promise<Omit<AppointmentState, keyof AppointmentView> | null> {
  type Row = Omit<AppointmentState, "lastChange"> & { occurredAt: Date | null; actor: Record<string, unknown> };
  const [row] = await ask<Omit<Row, keyof AppointmentView>>(
    ctx,
    Prisma.sql`
    SELECT a.calcom_booking_uid AS "calcomBookingUid", a.calcom_sync_error AS "calcomSyncError",
      (SELECT nullif(sum(p.places), 0)::int FROM class_places p
        WHERE p.company_id = a.company_id AND p.appointment_id = a.id) AS "partySize",
      m.occurred_at AS "occurredAt", m.actor
    FROM appointments a LEFT JOIN LATERAL (SELECT occurred_at, actor FROM appointment_modifications m
      WHERE m.company_id = a.company_id AND m.appointment_id = a.id ORDER BY m.occurred_at DESC, m.id DESC LIMIT 1) m ON true
    WHERE a.company_id = ${ctx.companyId}::uuid AND a.id = ${id}::uuid`,
  );
  if (!row) return null;
  const { occurredAt, actor, ...copy } = row;
  return { ...copy, lastChange: occurredAt && { occurredAt, actor } };
}

export interface Booked {
  calcomBookingUid: string | null;
  calcomSyncStatus: CalcomSyncStatus;
  /** There is an address that a confirmation goes to. */
  isReachable: boolean;
}

/** What the API tells of a booking that was just made. */
export async function findBooked(ctx: TransactionContext, id: string): Promise<Booked> {
  const [row] = await ask<Booked>(
    ctx,
    Prisma.sql`
    SELECT a.calcom_booking_uid AS "calcomBookingUid", a.calcom_sync_status AS "calcomSyncStatus",
      c.email IS NOT NULL OR (c.sms_opt_in AND EXISTS (
        SELECT FROM customer_phones p WHERE p.company_id = c.company_id AND p.customer_id = c.id)) AS "isReachable"
    FROM appointments a JOIN customers c ON c.company_id = a.company_id AND c.id = a.customer_id
    WHERE a.company_id = ${ctx.companyId}::uuid AND a.id = ${id}::uuid`,
  );
  if (!row) throw new Error("an appointment that was just booked is gone");
  return row;
}

export async function findIdByIdempotencyKey(ctx: CompanyContext, idempotencyKey: string): Promise<string | null> {
  const [row] = await ask<{ id: string }>(
    ctx,
    Prisma.sql`SELECT id FROM appointments WHERE company_id = ${ctx.companyId}::uuid AND idempotency_key = ${idempotencyKey}`,
  );
  return row?.id ?? null;
}

export interface BookingPace {
  lastHour: number;
  /** What still lies before the customer. */
  active: number;
  /** How long they wait because they booked too often before. */
  blockedUntil: Date | null;
  /** How often they stayed away, ever. */
  noShowCount: number;
  /** What the service asks of everybody beforehand. */
  serviceDepositCents: number | null;
}

/** Whoever books for this customer at the same time waits until the transaction ends: nobody is counted past. */
export async function lockBookingPace(ctx: CompanyContext, { customerId }: { customerId: string }): Promise<void> {
  await ask(ctx, Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended(${bookingPenaltyOf(customerId)}, 0))`);
}

/** What was taken over from a file or from Cal.com was not booked in the hour in which it came here. */
export async function findBookingPace(
  ctx: CompanyContext,
  { customerId, serviceId }: { customerId: string; serviceId: string },
): Promise<BookingPace> {
  const { companyId, now } = ctx;
  const [row] = await ask<BookingPace>(
    ctx,
    Prisma.sql`
    SELECT count(*) FILTER (WHERE created_at > ${new Date(now.getTime() - HOUR)}::timestamptz
        AND source NOT IN ('import', 'calcom'))::int AS "lastHour",
      count(*) FILTER (WHERE status IN ('pending', 'confirmed') AND starts_at > ${now}::timestamptz)::int AS active,
      (SELECT blocked_until FROM limit_penalties WHERE bucket = ${bookingPenaltyOf(customerId)}) AS "blockedUntil",
      (SELECT no_show_count FROM customers WHERE company_id = ${companyId}::uuid AND id = ${customerId}::uuid) AS "noShowCount",
      (SELECT requires_deposit_cents FROM services WHERE company_id = ${companyId}::uuid AND id = ${serviceId}::uuid) AS "serviceDepositCents"
    FROM appointments WHERE company_id = ${companyId}::uuid AND customer_id = ${customerId}::uuid`,
  );
  return row ?? { lastHour: 0, active: 0, blockedUntil: null, noShowCount: 0, serviceDepositCents: null };
}
