import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";

export const roleSelect = {
  id: true,
  companyId: true,
  key: true,
  name: true,
  description: true,
  isOwnOnly: true,
  rolePermissions: { select: { permission: { select: { key: true } } } },
} satisfies Prisma.RoleSelect;

export type RoleRow = Prisma.RoleGetPayload<{ select: typeof roleSelect }>;

/** The built-in roles, and the company's own. */
export function listRoleRows(ctx: CompanyContext): Promise<RoleRow[]> {
  return db(ctx).role.findMany({
    where: { OR: [{ companyId: null }, { companyId: ctx.companyId }] },
    select: roleSelect,
    orderBy: [{ companyId: { sort: "asc", nulls: "first" } }, { id: "asc" }],
  });
}

export function findRoleRow(ctx: CompanyContext, roleId: string): Promise<RoleRow | null> {
  return db(ctx).role.findFirst({
    where: { id: roleId, OR: [{ companyId: null }, { companyId: ctx.companyId }] },
    select: roleSelect,
  });
}

/** A role of the company itself, and nobody else changes it, or gives it to somebody, until the transaction ends. */
export async function lockOwnRole(ctx: CompanyContext, roleId: string): Promise<RoleRow | null> {
  const where = { id: roleId, companyId: ctx.companyId };
  await db(ctx).$queryRaw`
    SELECT id FROM roles WHERE id = ${roleId}::uuid AND company_id = ${ctx.companyId}::uuid FOR UPDATE`;
  return db(ctx).role.findFirst({ where, select: roleSelect });
}

export interface RoleUse {
  memberCount: number;
  invitationCount: number;
}

/** Who has each role, and who is invited to it. */
export async function countRoleUse(ctx: CompanyContext): Promise<Map<string, RoleUse>> {
  const { companyId } = ctx;
  const open = { companyId, acceptedAt: null, revokedAt: null, expiresAt: { gt: ctx.now } };
  const members = await db(ctx).membership.groupBy({
    by: "roleId",
    where: { companyId, isActive: true },
    _count: { _all: true },
  });
  const invitations = await db(ctx).invitation.groupBy({ by: "roleId", where: open, _count: { _all: true } });
  const use = new Map<string, RoleUse>();
  for (const { roleId, _count } of members) use.set(roleId, { memberCount: _count._all, invitationCount: 0 });
  for (const { roleId, _count } of invitations)
    use.set(roleId, { memberCount: use.get(roleId)?.memberCount ?? 0, invitationCount: _count._all });
  return use;
}

export async function isNameTaken(ctx: CompanyContext, { name, exceptId }: { name: string; exceptId?: string }) {
  const named = { companyId: ctx.companyId, name: { equals: name, mode: "insensitive" as const } };
  return (await db(ctx).role.count({ where: { ...named, ...(exceptId ? { id: { not: exceptId } } : {}) } })) > 0;
}

interface RoleData {
  name: string;
  description: string | null;
  isOwnOnly: boolean;
}

export async function insertRole(ctx: CompanyContext, data: RoleData & { key: string }): Promise<string> {
  const id = newId();
  await db(ctx).role.create({ data: { id, companyId: ctx.companyId, ...data }, select: { id: true } });
  return id;
}

export async function writeRole(ctx: CompanyContext, roleId: string, data: RoleData): Promise<void> {
  await db(ctx).role.updateMany({ where: { id: roleId, companyId: ctx.companyId }, data });
}

/** Throws when the table of permissions lacks one: a migration is missing. */
export async function replacePermissions(ctx: CompanyContext, roleId: string, keys: readonly string[]): Promise<void> {
  await db(ctx).rolePermission.deleteMany({ where: { roleId, role: { companyId: ctx.companyId } } });
  const permissions = await db(ctx).permission.findMany({ where: { key: { in: [...keys] } }, select: { id: true } });
  if (permissions.length !== new Set(keys).size) throw new Error("a permission has no row");
  const data = permissions.map(({ id }) => ({ id: newId(), roleId, permissionId: id }));
  if (data.length > 0) await db(ctx).rolePermission.createMany({ data });
}

/** Also forgets who had it before and who was once invited to it: rows of the past would keep it alive. */
export async function deleteRole(ctx: CompanyContext, roleId: string, { fallbackRoleId }: { fallbackRoleId: string }) {
  const past = { companyId: ctx.companyId, roleId };
  await db(ctx).membership.updateMany({ where: { ...past, isActive: false }, data: { roleId: fallbackRoleId } });
  await db(ctx).invitation.deleteMany({ where: past });
  await db(ctx).role.deleteMany({ where: { id: roleId, companyId: ctx.companyId } });
}
