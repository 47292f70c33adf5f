import { type NamedVisit, nameVisits } from "@/server/catalog/services/queries/name-visits";
import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { beyond, type ListOrder } from "@/server/core/page";
import { visible } from "../repository/read";
import { ACTOR_KINDS } from "./rules";
import type { ModificationFilters } from "./schema";

const select = {
  id: true,
  type: true,
  oldValues: true,
  newValues: true,
  reason: true,
  policyResult: true,
  feeCents: true,
  actor: true,
  occurredAt: true,
  appointment: {
    select: {
      id: true,
      startsAt: true,
      currency: true,
      parts: true,
      branch: { select: { id: true, name: true, timezone: true } },
      service: { select: { id: true, name: true } },
      staff: { select: { id: true, name: true } },
      customer: { select: { id: true, firstName: true, lastName: true } },
    },
  },
} satisfies Prisma.AppointmentModificationSelect;

type StoredModification = Prisma.AppointmentModificationGetPayload<{ select: typeof select }>;
export type ModificationRow = Omit<StoredModification, "appointment"> & {
  appointment: NamedVisit<StoredModification["appointment"]>;
};

/** What happened to appointments that this person may see. */
function wanted(ctx: CompanyContext, filters: ModificationFilters): Prisma.AppointmentModificationWhereInput {
  const { from, until, type, actorKind, userId, actorId, customerId, staffId, branchId, appointmentId } = filters;
  return {
    companyId: ctx.companyId,
    ...(from || until ? { occurredAt: { ...(from && { gte: from }), ...(until && { lt: until }) } } : {}),
    ...(type?.length ? { type: { in: type } } : {}),
    ...(customerId ? { customerId } : {}),
    ...(appointmentId ? { appointmentId } : {}),
    appointment: { AND: [visible(ctx), { ...(staffId && { staffId }), ...(branchId && { branchId }) }] },
    AND: [
      actorKind ? { OR: ACTOR_KINDS[actorKind].map((kind) => ({ actor: { path: ["kind"], equals: kind } })) } : {},
      userId ? { actor: { path: ["userId"], equals: userId } } : {},
      actorId ? { OR: ["userId", "apiKeyId"].map((path) => ({ actor: { path: [path], equals: actorId } })) } : {},
    ],
  };
}

export async function listModificationRows(
  ctx: CompanyContext,
  { filters, limit, skip = 0, after, order = "desc" }: ListQuery,
): Promise<ModificationRow[]> {
  const at = after && new Date(Number(after[0]));
  const behind = at
    ? { OR: [{ occurredAt: beyond(order, at) }, { occurredAt: at, id: beyond(order, String(after?.[1])) }] }
    : {};
  const rows = await db(ctx).appointmentModification.findMany({
    where: { AND: [wanted(ctx, filters), behind] },
    select,
    orderBy: [{ occurredAt: order }, { id: order }],
    skip,
    take: limit,
  });
  const visits = await nameVisits(
    ctx,
    rows.map(({ appointment }) => appointment),
  );
  return rows.flatMap((row, at) => (visits[at] ? { ...row, appointment: visits[at] } : []));
}

interface ListQuery {
  filters: ModificationFilters;
  limit: number;
  skip?: number;
  after: (string | number)[] | null;
  order?: ListOrder | undefined;
}

export async function countModificationRows(ctx: CompanyContext, filters: ModificationFilters): Promise<number> {
  return db(ctx).appointmentModification.count({ where: wanted(ctx, filters) });
}

export async function sumModificationRows(ctx: CompanyContext, filters: ModificationFilters) {
  const where = wanted(ctx, filters);
  const groups = await db(ctx).appointmentModification.groupBy({ by: ["type"], where, _count: true });
  const noShows = await db(ctx).appointmentModification.count({
    where: { AND: [where, { type: "status_changed", newValues: { path: ["status"], equals: "no_show" } }] },
  });
  const [fees] = await db(ctx).$queryRaw<{ cents: number }[]>`
    SELECT coalesce(sum(f.amount_cents), 0)::int AS cents FROM customer_fees f
    WHERE f.company_id = ${ctx.companyId}::uuid AND f.status <> 'waived' AND EXISTS (
      SELECT FROM ${wantedRows(ctx, filters)} AND m.appointment_id = f.appointment_id AND m.occurred_at = f.created_at)`;
  return { counts: new Map(groups.map(({ type, _count }) => [type, _count])), noShows, feeCents: fees?.cents ?? 0 };
}

/** The same choice as `wanted`, for statements of our own. A fee is of the step that was taken at its moment. */
function wantedRows(ctx: CompanyContext, filters: ModificationFilters): Prisma.Sql {
  const { from = null, until = null, type = [], customerId = null, staffId = null } = filters;
  const { branchId = null, appointmentId = null, actorKind, userId = null, actorId = null } = filters;
  const { staffId: ownStaffId = null, branchIds: ownBranchIds = [] } = ctx.restriction ?? {};
  const kinds = actorKind ? ACTOR_KINDS[actorKind] : [];
  return Prisma.sql`appointment_modifications m
    JOIN appointments a ON a.company_id = m.company_id AND a.id = m.appointment_id
    WHERE m.company_id = ${ctx.companyId}::uuid
      AND (${from}::timestamptz IS NULL OR m.occurred_at >= ${from}::timestamptz)
      AND (${until}::timestamptz IS NULL OR m.occurred_at < ${until}::timestamptz)
      AND (cardinality(${type}::text[]) = 0 OR m.type::text = ANY (${type}::text[]))
      AND (cardinality(${kinds}::text[]) = 0 OR m.actor->>'kind' = ANY (${kinds}::text[]))
      AND (${userId}::text IS NULL OR m.actor->>'userId' = ${userId}::text)
      AND (${actorId}::text IS NULL OR ${actorId}::text IN (m.actor->>'userId', m.actor->>'apiKeyId'))
      AND (${customerId}::uuid IS NULL OR m.customer_id = ${customerId}::uuid)
      AND (${appointmentId}::uuid IS NULL OR m.appointment_id = ${appointmentId}::uuid)
      AND (${staffId}::uuid IS NULL OR a.staff_id = ${staffId}::uuid)
      AND (${branchId}::uuid IS NULL OR a.branch_id = ${branchId}::uuid)
      AND (${ownStaffId}::uuid IS NULL OR a.staff_id = ${ownStaffId}::uuid)
      AND (cardinality(${ownBranchIds}::uuid[]) = 0 OR a.branch_id = ANY (${ownBranchIds}::uuid[]))`;
}

export interface ActorCount {
  kind: string;
  /** Of a person or a key. */
  id: string | null;
  name: string | null;
  count: number;
}

/** Who made the changes, whoever is asked for otherwise. */
export async function countByActor(
  ctx: CompanyContext,
  filters: Omit<ModificationFilters, "actorKind" | "userId" | "actorId">,
): Promise<ActorCount[]> {
  const ofAnybody = { ...filters, actorKind: undefined, userId: undefined, actorId: undefined };
  return db(ctx).$queryRaw<ActorCount[]>`
    SELECT m.actor->>'kind' AS kind, coalesce(m.actor->>'userId', m.actor->>'apiKeyId') AS id,
      (array_agg(m.actor->>'name' ORDER BY m.occurred_at DESC, m.id DESC))[1] AS name, count(*)::int AS count
    FROM ${wantedRows(ctx, ofAnybody)}
    GROUP BY 1, 2`;
}
