import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { AppError } from "@/server/core/errors";
import type { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";

const select = {
  ...{ id: true, name: true, version: true },
  branch: { select: { id: true, name: true } },
  resources: { where: { deletedAt: null }, select: { id: true, name: true }, orderBy: { name: "asc" } },
} satisfies Prisma.ResourceGroupSelect;
export type GroupRow = Prisma.ResourceGroupGetPayload<{ select: typeof select }>;

/** Those of the branches that the reader works with. */
function visible({ companyId, restriction }: CompanyContext): Prisma.ResourceGroupWhereInput {
  const own = restriction?.branchIds ?? [];
  return { companyId, ...(own.length > 0 ? { AND: { branchId: { in: own } } } : {}) };
}

export function listGroups(ctx: CompanyContext, { branchId }: { branchId?: string | undefined }): Promise<GroupRow[]> {
  const where = { ...visible(ctx), ...(branchId ? { branchId } : {}) };
  return db(ctx).resourceGroup.findMany({ where, select, orderBy: [{ name: "asc" }, { id: "asc" }] });
}

export function findGroup(ctx: CompanyContext, resourceGroupId: string): Promise<GroupRow | null> {
  return db(ctx).resourceGroup.findFirst({ where: { ...visible(ctx), id: resourceGroupId }, select });
}

export async function insertGroup(ctx: CompanyContext, data: { branchId: string; name: string }): Promise<string> {
  const id = newId();
  await db(ctx).resourceGroup.create({ data: { ...data, id, companyId: ctx.companyId }, select: { id: true } });
  return id;
}

/** The version guard turns a lost race into a conflict instead of an overwrite. */
export async function changeGroup(
  ctx: CompanyContext,
  group: { id: string; version: number },
  data: { name?: string },
) {
  const { count } = await db(ctx).resourceGroup.updateMany({
    where: { companyId: ctx.companyId, id: group.id, version: group.version },
    data: { ...data, version: group.version + 1 },
  });
  if (count === 0) throw new AppError({ code: "VERSION_CONFLICT", reason: "changed_meanwhile" });
}

/** How many of these may belong to a group of the branch. */
export function countOfBranch(
  ctx: CompanyContext,
  { branchId, resourceIds }: { branchId: string; resourceIds: readonly string[] },
): Promise<number> {
  const where = { companyId: ctx.companyId, branchId, id: { in: [...resourceIds] }, deletedAt: null };
  return db(ctx).resource.count({ where });
}

export async function writeMembers(ctx: CompanyContext, resourceGroupId: string, resourceIds: readonly string[]) {
  const { companyId } = ctx;
  const ids = [...resourceIds];
  await db(ctx).resource.updateMany({
    where: { companyId, resourceGroupId, id: { notIn: ids } },
    data: { resourceGroupId: null, version: { increment: 1 } },
  });
  await db(ctx).resource.updateMany({
    where: {
      companyId,
      id: { in: ids },
      OR: [{ resourceGroupId: null }, { resourceGroupId: { not: resourceGroupId } }],
    },
    data: { resourceGroupId, version: { increment: 1 } },
  });
}

export async function listServicesOfGroup(ctx: CompanyContext, resourceGroupId: string): Promise<string[]> {
  const rows = await db(ctx).serviceResource.findMany({
    where: { companyId: ctx.companyId, resourceGroupId, service: { deletedAt: null } },
    select: { service: { select: { name: true } } },
  });
  return [...new Set(rows.map(({ service }) => service.name))];
}

export async function deleteGroup(ctx: CompanyContext, resourceGroupId: string): Promise<void> {
  await db(ctx).resourceGroup.deleteMany({ where: { companyId: ctx.companyId, id: resourceGroupId } });
}
