import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import type { BookingCount, CallCount } from "../rules/figures";
import type { Period } from "../rules/period";
import { visibleRows } from "./visible";

interface Scope {
  period: Period;
  zone: string;
  branchId?: string;
}

/** The period and the one before in one look, spam left out. Who called is known by customer; who booked in the call, by the call. */
export async function countCalls(ctx: CompanyContext, scope: Scope): Promise<CallCount[]> {
  const { period } = scope;
  return db(ctx).$queryRaw<CallCount[]>`
    SELECT "isCurrent", key, count(*)::int AS calls,
      count(*) FILTER (WHERE talked)::int AS talked,
      count(*) FILTER (WHERE talked AND (by_phone OR soon))::int AS converted,
      count(*) FILTER (WHERE talked AND by_phone)::int AS "bookedByPhone"
    FROM (
      SELECT c.started_at >= ${period.from} AS "isCurrent", ${keyOf("c.started_at", scope)} AS key,
        c.direction = 'inbound' AND coalesce(c.duration_sec, 0) >= 10 AS talked,
        EXISTS (SELECT FROM appointments a WHERE a.company_id = c.company_id AND a.call_id = c.id) AS by_phone,
        EXISTS (SELECT FROM appointments a WHERE a.company_id = c.company_id AND a.customer_id = c.customer_id
          AND a.created_at >= c.started_at AND a.created_at < c.started_at + interval '24 hours') AS soon
      FROM calls c
      WHERE ${visibleRows(ctx, { row: "c", branchId: scope.branchId })} AND ${within("c.started_at", period)}
        AND c.deleted_at IS NULL AND c.outcome <> 'spam'
    ) counted
    GROUP BY "isCurrent", key`;
}

/** Appointments by when they were made, not by when they take place. */
export async function countBookings(ctx: CompanyContext, scope: Scope): Promise<BookingCount[]> {
  const { period } = scope;
  return db(ctx).$queryRaw<BookingCount[]>`
    SELECT a.created_at >= ${period.from} AS "isCurrent", ${keyOf("a.created_at", scope)} AS key, a.source::text AS source,
      count(*)::int AS appointments, sum(a.price_cents)::float8 AS "bookedCents"
    FROM appointments a
    WHERE ${visibleRows(ctx, { row: "a", branchId: scope.branchId })} AND ${within("a.created_at", period)}
    GROUP BY 1, 2, 3`;
}

type Moment = "c.started_at" | "a.created_at";

function keyOf(moment: Moment, { period, zone }: Scope): Prisma.Sql {
  const pattern = period.bucket === "hour" ? 'YYYY-MM-DD"T"HH24' : "YYYY-MM-DD";
  return Prisma.sql`to_char(${Prisma.raw(moment)} AT TIME ZONE ${zone}, ${pattern})`;
}

function within(moment: Moment, { from, until, previousFrom, previousUntil }: Period): Prisma.Sql {
  const at = Prisma.raw(moment);
  return Prisma.sql`(${at} >= ${from} AND ${at} < ${until} OR ${at} >= ${previousFrom} AND ${at} < ${previousUntil})`;
}
