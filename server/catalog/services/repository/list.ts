import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";
import type { ServiceSort, ServiceStatus } from "../schema/view";

const listSelect = {
  ...{ id: true, name: true, description: true, category: true, durationMinutes: true, priceCents: true },
  ...{ taxRateBps: true, colour: true, synonyms: true, isActive: true, isOnlineBookable: true, isPhoneBookable: true },
  ...{ isComposite: true, capacity: true, version: true, deletedAt: true },
  _count: { select: { staffServices: { where: { staff: { deletedAt: null, isActive: true } } } } },
} satisfies Prisma.ServiceSelect;

export type ServiceListRow = Prisma.ServiceGetPayload<{ select: typeof listSelect }>;

export interface ServiceFilters {
  search?: string | undefined;
  category?: string | undefined;
  status?: ServiceStatus | undefined;
  branchId?: string | undefined;
}

const IN_STATUS: Record<ServiceStatus, Prisma.ServiceWhereInput> = {
  active: { deletedAt: null, isActive: true },
  inactive: { deletedAt: null, isActive: false },
  archived: { deletedAt: { not: null } },
};

/** What has no entry of its own is offered in every branch of the company; a branch that is not its own offers nothing. */
const offeredIn = (branchId: string) => ({
  company: { branches: { some: { id: branchId } } },
  NOT: { branchServices: { some: { branchId, isActive: false } } },
});

function matching({ companyId }: CompanyContext, { search, category, status, branchId }: ServiceFilters) {
  const found = search && { contains: search, mode: "insensitive" as const };
  return {
    companyId,
    ...(status ? IN_STATUS[status] : { deletedAt: null }),
    ...(category ? { category } : {}),
    ...(branchId ? offeredIn(branchId) : {}),
    ...(found
      ? { OR: [{ name: found }, { description: found }, { category: found }, { synonyms: { has: search } }] }
      : {}),
  } satisfies Prisma.ServiceWhereInput;
}

const COLUMN = { position: "position", name: "name", duration: "durationMinutes", price: "priceCents" } as const;

function orderOf(sort: ServiceSort): Prisma.ServiceOrderByWithRelationInput[] {
  const column = COLUMN[sort.replace("-", "") as keyof typeof COLUMN];
  return [{ [column]: sort.startsWith("-") ? "desc" : "asc" }, { name: "asc" }, { id: "asc" }];
}

/** With a branch, at that branch's own price and duration. */
export async function listServices(
  ctx: CompanyContext,
  { sort, skip, take, ...filters }: ServiceFilters & { sort: ServiceSort; skip?: number; take?: number },
): Promise<ServiceListRow[]> {
  const branchId = filters.branchId;
  const rows = await db(ctx).service.findMany({
    where: matching(ctx, filters),
    select: {
      ...listSelect,
      branchServices: {
        where: { branchId },
        select: { durationMinutes: true, priceCents: true },
        take: branchId ? 1 : 0,
      },
    },
    orderBy: orderOf(sort),
    skip,
    take,
  });
  return rows.map(({ branchServices: [own], ...row }) => ({
    ...row,
    durationMinutes: own?.durationMinutes ?? row.durationMinutes,
    priceCents: own?.priceCents ?? row.priceCents,
  }));
}

export function countServices(ctx: CompanyContext, filters: ServiceFilters): Promise<number> {
  return db(ctx).service.count({ where: matching(ctx, filters) });
}

export function countWithoutStaff(ctx: CompanyContext, filters: ServiceFilters): Promise<number> {
  const offered = { staffServices: { some: { staff: { deletedAt: null, isActive: true } } } };
  const where = { AND: [matching(ctx, { ...filters, status: "active" }), { NOT: offered }] };
  return db(ctx).service.count({ where });
}

export async function listCategories(ctx: CompanyContext): Promise<string[]> {
  const rows = await db(ctx).service.findMany({
    where: { companyId: ctx.companyId, deletedAt: null, category: { not: null } },
    select: { category: true },
    distinct: ["category"],
    orderBy: { category: "asc" },
  });
  return rows.flatMap(({ category }) => category ?? []);
}

export async function listIdsInOrder(ctx: CompanyContext): Promise<string[]> {
  const rows = await db(ctx).service.findMany({
    where: { companyId: ctx.companyId, deletedAt: null },
    select: { id: true },
    orderBy: [{ position: "asc" }, { name: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id }) => id);
}
