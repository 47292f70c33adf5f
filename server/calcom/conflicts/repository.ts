import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { visibleBookings } from "../repository/visible";

const select = {
  id: true,
  appointmentId: true,
  calcomBookingUid: true,
  calcomBookingId: true,
  calcomEventTypeId: true,
  calcomState: true,
  reviewReason: true,
  driftDetectedAt: true,
  resolvedAt: true,
  resolution: true,
  createdAt: true,
} satisfies Prisma.CalcomEventMapSelect;
export type ConflictRow = Prisma.CalcomEventMapGetPayload<{ select: typeof select }>;

interface Wanted {
  state: "open" | "settled";
  appointmentId: string | undefined;
}

/** What waits for a person, and what they decided: as much of it as this person sees. */
function wantedOf(ctx: CompanyContext, { state, appointmentId }: Wanted): Prisma.Sql {
  const conditions = [
    Prisma.sql`m.company_id = ${ctx.companyId}::uuid`,
    state === "open"
      ? Prisma.sql`m.drift_status = 'manual_review' AND m.review_reason IS NOT NULL`
      : Prisma.sql`m.drift_status = 'resolved'`,
    visibleBookings(ctx),
  ];
  if (appointmentId) conditions.push(Prisma.sql`m.appointment_id = ${appointmentId}::uuid`);
  return Prisma.join(conditions, " AND ");
}

interface Page extends Wanted {
  limit: number;
  skip: number;
}

export async function listConflictRows(ctx: CompanyContext, page: Page): Promise<ConflictRow[]> {
  const { state, limit, skip } = page;
  const latest = Prisma.raw(state === "open" ? "m.drift_detected_at" : "m.resolved_at");
  const found = await db(ctx).$queryRaw<{ id: string }[]>`
    SELECT m.id FROM calcom_event_maps m WHERE ${wantedOf(ctx, page)}
    ORDER BY ${latest} DESC, m.id DESC OFFSET ${skip} LIMIT ${limit + 1}`;
  const where = { companyId: ctx.companyId, id: { in: found.map(({ id }) => id) } };
  const rows = await db(ctx).calcomEventMap.findMany({ where, select });
  return found.flatMap(({ id }) => rows.find((row) => row.id === id) ?? []);
}

export async function countConflictRows(ctx: CompanyContext, wanted: Wanted): Promise<number> {
  const [row] = await db(ctx).$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM calcom_event_maps m WHERE ${wantedOf(ctx, wanted)}`;
  return row?.count ?? 0;
}
