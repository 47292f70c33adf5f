import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";

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

/** What waits for a person, and what they decided. */
const where = ({ companyId }: CompanyContext, state: "open" | "settled"): Prisma.CalcomEventMapWhereInput =>
  state === "open"
    ? { companyId, driftStatus: "manual_review", reviewReason: { not: null } }
    : { companyId, driftStatus: "resolved" };

interface Page {
  state: "open" | "settled";
  limit: number;
  skip: number;
}

export async function listConflictRows(ctx: CompanyContext, { state, limit, skip }: Page): Promise<ConflictRow[]> {
  const latest = state === "open" ? { driftDetectedAt: "desc" as const } : { resolvedAt: "desc" as const };
  return db(ctx).calcomEventMap.findMany({
    where: where(ctx, state),
    select,
    orderBy: [latest, { id: "desc" }],
    skip,
    take: limit + 1,
  });
}

export async function countConflictRows(ctx: CompanyContext, state: "open" | "settled"): Promise<number> {
  return db(ctx).calcomEventMap.count({ where: where(ctx, state) });
}
