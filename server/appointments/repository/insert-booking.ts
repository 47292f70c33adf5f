import type { TransactionContext } from "@/server/core/context";
import { ask } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import type { OutboxRow } from "@/server/core/outbox";
import type { BookingRow, SegmentRow } from "../rules/booking-rows";

export interface NewBooking {
  appointment: BookingRow;
  segments: readonly SegmentRow[];
  /** What the history tells of it. */
  values: Record<string, unknown>;
  news: OutboxRow;
}

/**
 * Writes an appointment, its parts, the first line of its history and the news of it in one statement: whoever books waits for
 * each exchange. What it takes of people and rooms is written by itself, because somebody else may be faster.
 */
export async function insertBooking(ctx: TransactionContext, booking: NewBooking): Promise<void> {
  const { appointment: a, segments, values, news } = booking;
  const company = Prisma.sql`${ctx.companyId}::uuid`;
  const appointment = Prisma.sql`${a.id}::uuid`;
  const list = <T>(read: (segment: SegmentRow) => T): T[] => segments.map(read);
  await ask(
    ctx,
    Prisma.sql`
    WITH booked AS (
      INSERT INTO appointments (id, company_id, branch_id, customer_id, service_id, staff_id, class_session_id, call_id, source,
        booking_type, status, starts_at, ends_at, blocked_from, blocked_until, price_cents, discount_cents, discount_reason, deposit_cents,
        deposit_fixed_cents, deposit_percent_hundredths, currency, notes,
        idempotency_key, confirmed_at, created_by_user_id, explanation, parts, same_staff, max_wait_minutes, created_at, updated_at)
      VALUES (${appointment}, ${company}, ${a.branchId}::uuid, ${a.customerId}::uuid, ${a.serviceId}::uuid, ${a.staffId}::uuid,
        ${a.classSessionId}::uuid, ${a.callId}::uuid, ${a.source}::appointment_source, ${a.bookingType}::booking_type,
        ${a.status}::appointment_status, ${a.startsAt}::timestamptz, ${a.endsAt}::timestamptz, ${a.blockedFrom}::timestamptz,
        ${a.blockedUntil}::timestamptz, ${a.priceCents}::int, ${a.discountCents}::int, ${a.discountReason},
        ${a.depositCents}::int, ${a.depositFixedCents}::int, ${a.depositPercentHundredths}::int, ${a.currency}, ${a.notes}, ${a.idempotencyKey},
        ${a.confirmedAt}::timestamptz, ${a.createdByUserId}::uuid, ${jsonOf(a.explanation)}::jsonb, ${jsonOf(a.parts)}::jsonb, ${a.sameStaff}::boolean, ${a.maxWaitMinutes}::int,
        ${ctx.now}::timestamptz, ${ctx.now}::timestamptz)),
    parted AS (
      INSERT INTO appointment_segments (id, company_id, appointment_id, position, service_id, name, staff_id, resource_id, starts_at,
        ends_at, occupies_staff)
      SELECT part.id, ${company}, ${appointment}, part.position, part.service_id, part.name, part.staff_id, part.resource_id,
        part.starts_at, part.ends_at, part.occupies_staff
      FROM unnest(${list(newId)}::uuid[], ${list(({ position }) => position)}::int[], ${list(({ serviceId }) => serviceId)}::uuid[],
        ${list(({ name }) => name)}::text[], ${list(({ staffId }) => staffId)}::uuid[], ${list(({ resourceId }) => resourceId)}::uuid[],
        ${list(({ startsAt }) => startsAt.toISOString())}::timestamptz[], ${list(({ endsAt }) => endsAt.toISOString())}::timestamptz[],
        ${list(({ occupiesStaff }) => occupiesStaff)}::boolean[])
        AS part (id, position, service_id, name, staff_id, resource_id, starts_at, ends_at, occupies_staff)),
    remembered AS (
      INSERT INTO appointment_modifications (id, company_id, appointment_id, customer_id, type, new_values, actor, occurred_at)
      VALUES (${newId()}::uuid, ${company}, ${appointment}, ${a.customerId}::uuid, 'created', ${JSON.stringify(values)}::jsonb,
        ${JSON.stringify(ctx.actor)}::jsonb, ${ctx.now}::timestamptz))
    INSERT INTO outbox_events (id, company_id, name, payload) VALUES (${news.id}::uuid, ${company}, ${news.name}, ${news.payload}::jsonb)`,
  );
}

const jsonOf = (value: unknown): string | null => (value == null ? null : JSON.stringify(value));
