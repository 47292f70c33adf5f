import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";
import { roleSelect } from "../../roles/repository";

const memberSelect = {
  id: true,
  userId: true,
  branchIds: true,
  createdAt: true,
  isActive: true,
  role: { select: roleSelect },
  staff: { select: { id: true, name: true } },
  user: { select: { name: true, email: true, totpEnabledAt: true } },
} satisfies Prisma.MembershipSelect;
export type MemberRow = Prisma.MembershipGetPayload<{ select: typeof memberSelect }>;

export function listMemberRows(ctx: CompanyContext): Promise<MemberRow[]> {
  return db(ctx).membership.findMany({
    where: { companyId: ctx.companyId, isActive: true },
    select: memberSelect,
    orderBy: [{ user: { name: "asc" } }, { id: "asc" }],
  });
}

/** When each of them was last seen working here. */
export async function loadPresence(ctx: CompanyContext): Promise<Map<string, Date>> {
  const rows = await db(ctx).$queryRaw<{ userId: string; lastSeenAt: Date }[]>`
    SELECT user_id AS "userId", last_seen_at AS "lastSeenAt" FROM team_presence()`;
  return new Map(rows.map(({ userId, lastSeenAt }) => [userId, lastSeenAt]));
}

/** The member, with all owners of the company held still: two of them can't leave it without one at the same time. */
export async function lockMember(ctx: CompanyContext, membershipId: string): Promise<MemberRow | null> {
  await db(ctx).$queryRaw`
    SELECT m.id FROM memberships m JOIN roles r ON r.id = m.role_id
    WHERE m.company_id = ${ctx.companyId}::uuid AND m.is_active
      AND (m.id = ${membershipId}::uuid OR r.company_id IS NULL AND r.key = 'admin')
    ORDER BY m.id FOR UPDATE OF m`;
  return db(ctx).membership.findFirst({
    where: { companyId: ctx.companyId, id: membershipId, isActive: true },
    select: memberSelect,
  });
}

export function countOwners(ctx: CompanyContext): Promise<number> {
  const role = { companyId: null, key: "admin" };
  return db(ctx).membership.count({ where: { companyId: ctx.companyId, isActive: true, role } });
}

export interface PlaceData {
  roleId: string;
  branchIds: string[];
  staffId: string | null;
}

export async function writeMember(ctx: CompanyContext, membershipId: string, data: PlaceData): Promise<void> {
  await db(ctx).membership.updateMany({ where: { companyId: ctx.companyId, id: membershipId }, data });
}

export async function endMembership(ctx: CompanyContext, membershipId: string): Promise<void> {
  const where = { companyId: ctx.companyId, id: membershipId };
  await db(ctx).membership.updateMany({ where, data: { isActive: false, branchIds: [], staffId: null } });
}

/** Somebody who worked here before takes their old place's row. */
export async function startMembership(
  ctx: CompanyContext,
  { id, userId, ...place }: PlaceData & { id: string; userId: string },
): Promise<string> {
  const { companyId } = ctx;
  const row = await db(ctx).membership.upsert({
    where: { companyId_userId: { companyId, userId } },
    create: { id, companyId, userId, ...place },
    update: { isActive: true, ...place },
    select: { id: true },
  });
  return row.id;
}

export async function isMember(ctx: CompanyContext, email: string): Promise<boolean> {
  return (await db(ctx).membership.count({ where: { companyId: ctx.companyId, isActive: true, user: { email } } })) > 0;
}

/** Ends the sessions in which they work here; they are signed out there at once. */
export async function endMemberSessions(ctx: CompanyContext, userId: string, reason: string): Promise<void> {
  await db(ctx).$queryRaw`SELECT member_sessions_end(${userId}::uuid, ${reason})`;
}
