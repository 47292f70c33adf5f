import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";

export const detailSelect = {
  ...{ id: true, name: true, description: true, category: true, durationMinutes: true, priceCents: true },
  ...{ bufferBeforeMinutes: true, bufferAfterMinutes: true, taxRateBps: true, colour: true, isActive: true },
  ...{ isOnlineBookable: true, isPhoneBookable: true, requiresDepositCents: true, minNoticeMinutes: true },
  ...{ maxHorizonDays: true, maxPerDay: true, capacity: true, location: true, staffRequirements: true },
  ...{ isComposite: true, synonyms: true, version: true, deletedAt: true },
  _count: { select: { staffServices: { where: { staff: { deletedAt: null, isActive: true } } } } },
  serviceSegments: { orderBy: { position: "asc" } },
  branchServices: { select: { branchId: true, isActive: true, priceCents: true, durationMinutes: true } },
  serviceResources: {
    select: {
      ...{ resourceId: true, resourceGroupId: true, resourceType: true, quantity: true },
      resource: { select: { name: true } },
      resourceGroup: { select: { name: true } },
    },
    orderBy: { id: "asc" },
  },
  segmentsWithIt: {
    select: { service: { select: { id: true, name: true } } },
    where: { service: { deletedAt: null } },
  },
} satisfies Prisma.ServiceSelect;

export type ServiceRow = Prisma.ServiceGetPayload<{ select: typeof detailSelect }>;

/** Archived ones too: they are looked at and restored. */
export function findService(ctx: CompanyContext, serviceId: string): Promise<ServiceRow | null> {
  return db(ctx).service.findFirst({ where: { companyId: ctx.companyId, id: serviceId }, select: detailSelect });
}

export interface ComingUse {
  count: number;
  first: Date | null;
  last: Date | null;
}

/** What is still to come of a service: booked for itself, or as a link of another. */
export async function countComing(ctx: CompanyContext, serviceId: string): Promise<ComingUse> {
  const { _count, _min, _max } = await db(ctx).appointment.aggregate({
    where: {
      companyId: ctx.companyId,
      status: { in: ["pending", "confirmed"] },
      startsAt: { gt: ctx.now },
      OR: [{ serviceId }, { appointmentSegments: { some: { serviceId } } }],
    },
    _count: { _all: true },
    _min: { startsAt: true },
    _max: { startsAt: true },
  });
  return { count: _count._all, first: _min.startsAt, last: _max.startsAt };
}

export function listOpenBranches(ctx: CompanyContext) {
  return db(ctx).branch.findMany({
    where: { companyId: ctx.companyId, isActive: true, deletedAt: null },
    select: { id: true, name: true },
    orderBy: [{ isDefault: "desc" }, { name: "asc" }, { id: "asc" }],
  });
}

export async function isNameTaken(ctx: CompanyContext, { name, exceptId }: { name: string; exceptId?: string }) {
  const named = { companyId: ctx.companyId, deletedAt: null, name: { equals: name, mode: "insensitive" as const } };
  return (await db(ctx).service.count({ where: { ...named, ...(exceptId ? { id: { not: exceptId } } : {}) } })) > 0;
}
