import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";
import { beyond, type ListOrder, offsetOf, type PageRequest } from "@/server/core/page";
import type { StaffFilters } from "../schema";
import { visible } from "./visible";

const named = { select: { id: true, name: true } };
const profileSelect = {
  id: true,
  name: true,
  email: true,
  phone: true,
  colour: true,
  avatarUrl: true,
  skills: true,
  isBookable: true,
  isActive: true,
  version: true,
  homeBranch: named,
  staffBranches: { select: { branch: named }, orderBy: { branch: { name: "asc" } } },
  _count: { select: { staffServices: { where: { service: { deletedAt: null } } } } },
} satisfies Prisma.StaffSelect;

const detailSelect = {
  ...profileSelect,
  languages: true,
  bio: true,
  maxHoursPerDay: true,
  maxHoursPerWeek: true,
  createdAt: true,
  staffServices: {
    select: {
      serviceId: true,
      durationMinutes: true,
      priceCents: true,
      proficiency: true,
      service: { select: { name: true, isActive: true, durationMinutes: true, priceCents: true } },
    },
    where: { service: { deletedAt: null } },
    orderBy: [{ service: { position: "asc" } }, { service: { name: "asc" } }],
  },
  memberships: {
    select: { id: true, user: { select: { name: true, email: true } } },
    where: { isActive: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: 1,
  },
} satisfies Prisma.StaffSelect;

export type StaffProfileRow = Prisma.StaffGetPayload<{ select: typeof profileSelect }>;
export type StaffDetailRow = Prisma.StaffGetPayload<{ select: typeof detailSelect }>;

const STATUS: Record<StaffFilters["status"], Prisma.StaffWhereInput> = {
  active: { isActive: true, deletedAt: null },
  archived: { OR: [{ isActive: false }, { deletedAt: { not: null } }] },
  all: {},
};

function matching(ctx: CompanyContext, { search, branchId, serviceId, status }: StaffFilters): Prisma.StaffWhereInput {
  const contains = { contains: search ?? "", mode: "insensitive" as const };
  return {
    AND: [
      visible(ctx),
      STATUS[status],
      branchId ? { staffBranches: { some: { branchId } } } : {},
      serviceId ? { staffServices: { some: { serviceId } } } : {},
      search ? { OR: [{ name: contains }, { email: contains }, { phone: contains }, { skills: { has: search } }] } : {},
    ],
  };
}

interface ProfilePage extends PageRequest {
  filters: StaffFilters;
  after: (string | number)[] | null;
  order?: ListOrder;
}

/** By name; one more than asked for, which tells whether there is a next page. */
export function listProfileRows(ctx: CompanyContext, { filters, after, order = "asc", ...page }: ProfilePage) {
  const [name = "", id = ""] = (after ?? []).map(String);
  const behind = after ? { OR: [{ name: beyond(order, name) }, { name, id: beyond(order, id) }] } : {};
  return db(ctx).staff.findMany({
    where: { AND: [matching(ctx, filters), behind] },
    select: profileSelect,
    orderBy: [{ name: order }, { id: order }],
    skip: offsetOf(page),
    take: page.limit + 1,
  });
}

export function countProfileRows(ctx: CompanyContext, filters: StaffFilters): Promise<number> {
  return db(ctx).staff.count({ where: matching(ctx, filters) });
}

export function countBookable(ctx: CompanyContext, filters: StaffFilters): Promise<number> {
  return db(ctx).staff.count({ where: { AND: [matching(ctx, filters), { isBookable: true }] } });
}

export function findDetailRow(ctx: CompanyContext, staffId: string): Promise<StaffDetailRow | null> {
  return db(ctx).staff.findFirst({ where: { AND: [visible(ctx), { id: staffId }] }, select: detailSelect });
}

/** Who of the staff signs in as this user. */
export function findOwnRow(ctx: CompanyContext, userId: string): Promise<StaffDetailRow | null> {
  const memberships = { some: { userId, isActive: true } };
  return db(ctx).staff.findFirst({ where: { companyId: ctx.companyId, memberships }, select: detailSelect });
}
