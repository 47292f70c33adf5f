import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import type { Segment } from "../schema/chain";
import type { ResourceNeed } from "../schema/offer";

export async function replaceSegments(ctx: CompanyContext, serviceId: string, chain: readonly Segment[]) {
  const own = { companyId: ctx.companyId, serviceId };
  await db(ctx).serviceSegment.deleteMany({ where: own });
  const data = chain.map(({ serviceId: segmentServiceId, ...link }, position) => ({
    ...{ id: newId(), ...own, position, segmentServiceId: segmentServiceId ?? null },
    ...link,
  }));
  await db(ctx).serviceSegment.createMany({ data });
}

export async function replaceResourceNeeds(ctx: CompanyContext, serviceId: string, needs: readonly ResourceNeed[]) {
  const own = { companyId: ctx.companyId, serviceId };
  await db(ctx).serviceResource.deleteMany({ where: own });
  const data = needs.map(({ resourceId, groupId, type, quantity }) => ({
    ...{ id: newId(), ...own, quantity },
    ...{ resourceId: resourceId ?? null, resourceGroupId: groupId ?? null, resourceType: type ?? null },
  }));
  await db(ctx).serviceResource.createMany({ data });
}

/** Those of the named services that a link may be: what they are called, and whether they are chains themselves. */
export function findLinkServices(ctx: CompanyContext, serviceIds: readonly string[]) {
  return db(ctx).service.findMany({
    where: { companyId: ctx.companyId, id: { in: [...serviceIds] }, deletedAt: null },
    select: { id: true, name: true, isComposite: true, capacity: true },
  });
}

export async function countPeople(ctx: CompanyContext, staffIds: readonly string[]): Promise<number> {
  const where = { companyId: ctx.companyId, id: { in: [...staffIds] }, deletedAt: null };
  return db(ctx).staff.count({ where });
}

export async function countResources(ctx: CompanyContext, resourceIds: readonly string[]): Promise<number> {
  const where = { companyId: ctx.companyId, id: { in: [...resourceIds] }, deletedAt: null };
  return db(ctx).resource.count({ where });
}

export async function countGroups(ctx: CompanyContext, groupIds: readonly string[]): Promise<number> {
  return db(ctx).resourceGroup.count({ where: { companyId: ctx.companyId, id: { in: [...groupIds] } } });
}
