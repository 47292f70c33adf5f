import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import type { ListResourcesInput, ResourceStatus } from "../schema";

const select = {
  ...{ id: true, name: true, type: true, capacity: true, isActive: true, deletedAt: true, version: true },
  branch: { select: { id: true, name: true } },
  resourceGroup: { select: { id: true, name: true } },
} satisfies Prisma.ResourceSelect;
export type ResourceRow = Prisma.ResourceGetPayload<{ select: typeof select }>;

/** Those of the branches that the reader works with. */
function visible({ companyId, restriction }: CompanyContext): Prisma.ResourceWhereInput {
  const own = restriction?.branchIds ?? [];
  return { companyId, ...(own.length > 0 ? { AND: { branchId: { in: own } } } : {}) };
}

const IN_STATUS: Record<ResourceStatus, Prisma.ResourceWhereInput> = {
  active: { deletedAt: null, isActive: true },
  inactive: { deletedAt: null, isActive: false },
  archived: { deletedAt: { not: null } },
};

export type ResourceFilters = Omit<ListResourcesInput, "limit" | "cursor" | "page" | "withTotal" | "order">;

function matching(ctx: CompanyContext, filters: ResourceFilters): Prisma.ResourceWhereInput {
  const { search, type, status, branchId, resourceGroupId } = filters;
  return {
    ...visible(ctx),
    ...(status ? IN_STATUS[status] : { deletedAt: null }),
    ...(type ? { type } : {}),
    ...(branchId ? { branchId } : {}),
    ...(resourceGroupId ? { resourceGroupId } : {}),
    ...(search ? { name: { contains: search, mode: "insensitive" as const } } : {}),
  };
}

const BY_PLACE: Prisma.ResourceOrderByWithRelationInput[] = [
  ...[{ branch: { name: "asc" as const } }, { type: "asc" as const }, { name: "asc" as const }, { id: "asc" as const }],
];

export function listResources(
  ctx: CompanyContext,
  {
    skip,
    take,
    order,
    ...filters
  }: ResourceFilters & Pick<Partial<ListResourcesInput>, "order"> & { skip?: number; take?: number },
): Promise<ResourceRow[]> {
  return db(ctx).resource.findMany({
    where: matching(ctx, filters),
    select,
    orderBy: order ? [{ name: order }, { id: order }] : BY_PLACE,
    skip,
    take,
  });
}

export function countResources(ctx: CompanyContext, filters: ResourceFilters): Promise<number> {
  return db(ctx).resource.count({ where: matching(ctx, filters) });
}

export function findResource(ctx: CompanyContext, resourceId: string): Promise<ResourceRow | null> {
  return db(ctx).resource.findFirst({ where: { ...visible(ctx), id: resourceId }, select });
}

export async function isNameTaken(
  ctx: CompanyContext,
  { branchId, name, exceptId }: { branchId: string; name: string; exceptId?: string },
): Promise<boolean> {
  const where = {
    companyId: ctx.companyId,
    branchId,
    deletedAt: null,
    name: { equals: name, mode: "insensitive" as const },
  };
  return (await db(ctx).resource.count({ where: { ...where, ...(exceptId ? { id: { not: exceptId } } : {}) } })) > 0;
}

/** Services that need it by its name, as one of its group, or as one of its kind where they are offered in its branch. */
export async function findUsers(ctx: CompanyContext, { id, type, branch, resourceGroup }: ResourceRow) {
  const { companyId } = ctx;
  const offered = { deletedAt: null, NOT: { branchServices: { some: { branchId: branch.id, isActive: false } } } };
  const needs = await db(ctx).serviceResource.findMany({
    where: {
      companyId,
      service: offered,
      OR: [
        { resourceId: id },
        { resourceType: type },
        ...(resourceGroup ? [{ resourceGroupId: resourceGroup.id }] : []),
      ],
    },
    select: { resourceId: true, resourceGroupId: true, service: { select: { id: true, name: true } } },
  });
  const links = await db(ctx).serviceSegment.findMany({
    where: { companyId, resourceType: type, service: offered },
    select: { service: { select: { id: true, name: true } } },
  });
  return { needs, links };
}

/** What is booked of each this week by the branch's clock, and how long the branch is open. */
export async function measureWeek(ctx: CompanyContext, resourceIds: readonly string[]) {
  if (resourceIds.length === 0) return [];
  return db(ctx).$queryRaw<{ id: string; takenMinutes: number; openMinutes: number }[]>(Prisma.sql`
    SELECT r.id, coalesce(taken.minutes, 0)::int AS "takenMinutes", (coalesce(open.minutes, 0) * r.capacity)::int AS "openMinutes"
    FROM resources r
    JOIN branches b ON b.company_id = r.company_id AND b.id = r.branch_id
    CROSS JOIN LATERAL (SELECT date_trunc('week', ${ctx.now}::timestamptz AT TIME ZONE b.timezone) AS monday) wall
    CROSS JOIN LATERAL (SELECT wall.monday AT TIME ZONE b.timezone AS from_at,
      (wall.monday + interval '7 days') AT TIME ZONE b.timezone AS until_at) week
    LEFT JOIN LATERAL (
      SELECT sum(o.quantity * extract(epoch FROM least(o.blocked_until, week.until_at) - greatest(o.blocked_from, week.from_at)) / 60) AS minutes
      FROM resource_occupancies o
      WHERE o.company_id = r.company_id AND o.resource_id = r.id AND o.hold_id IS NULL
        AND tstzrange(o.blocked_from, o.blocked_until) && tstzrange(week.from_at, week.until_at)) taken ON true
    LEFT JOIN LATERAL (
      SELECT sum(extract(epoch FROM h.end_time::time - h.start_time::time) / 60
        - coalesce(extract(epoch FROM h.break_end::time - h.break_start::time) / 60, 0)) AS minutes
      FROM generate_series(0, 6) AS day (number)
      JOIN working_hours h ON h.company_id = r.company_id AND h.owner_type = 'branch' AND h.branch_id = b.id AND h.is_available
        AND h.day_of_week = extract(dow FROM wall.monday + day.number * interval '1 day')
        AND (h.valid_from IS NULL OR h.valid_from <= (wall.monday + day.number * interval '1 day')::date)
        AND (h.valid_until IS NULL OR h.valid_until >= (wall.monday + day.number * interval '1 day')::date)) open ON true
    WHERE r.company_id = ${ctx.companyId}::uuid AND r.id = ANY(${[...resourceIds]}::uuid[])`);
}
