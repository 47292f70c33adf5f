import { notFound } from "@/server/core/errors";
import type { Prisma } from "@/server/core/generated/client";
import type { PlatformTransaction } from "@/server/core/platform";
import type { ListUsersInput } from "./schema";

const inList = {
  ...{
    id: true,
    name: true,
    email: true,
    isPlatformAdmin: true,
    totpEnabledAt: true,
    blockedAt: true,
    lastLoginAt: true,
  },
  memberships: {
    where: { isActive: true },
    select: { company: { select: { name: true } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  },
} satisfies Prisma.UserSelect;

const ONLY = { operators: { isPlatformAdmin: true }, locked: { blockedAt: { not: null } } } satisfies Record<
  string,
  Prisma.UserWhereInput
>;

/** By address; one more than asked for tells whether there is a next page. */
export function findUsers(
  { tx }: PlatformTransaction,
  { search, only, limit, after }: ListUsersInput & { after: (string | number)[] | null },
) {
  const contains = { contains: search ?? "", mode: "insensitive" } as const;
  const where: Prisma.UserWhereInput[] = [
    { deletedAt: null, ...(only && ONLY[only]) },
    search ? { OR: [{ name: contains }, { email: contains }] } : {},
    after ? { email: { gt: String(after[0]) } } : {},
  ];
  return tx.user.findMany({ where: { AND: where }, select: inList, orderBy: { email: "asc" }, take: limit + 1 });
}
export type UserRow = Awaited<ReturnType<typeof findUsers>>[number];

export async function requireUser({ tx, now }: PlatformTransaction, userId: string) {
  const role = { select: { key: true, name: true, companyId: true } };
  const company = { select: { id: true, name: true } };
  const select = {
    ...{ ...inList, locale: true, createdAt: true, blockedReason: true },
    memberships: { select: { isActive: true, company, role }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] },
    sessions: {
      where: { revokedAt: null, expiresAt: { gt: now } },
      select: { id: true, userAgent: true, ip: true, createdAt: true, lastSeenAt: true },
      orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
    },
    _count: { select: { passkeyCredentials: true } },
  } satisfies Prisma.UserSelect;
  const row = await tx.user.findFirst({ where: { id: userId, deletedAt: null }, select });
  if (!row) throw notFound("user");
  return row;
}
export type UserDetailsRow = Awaited<ReturnType<typeof requireUser>>;

export async function updateUser(
  { tx }: PlatformTransaction,
  { userId, data }: { userId: string; data: Prisma.UserUpdateInput },
): Promise<void> {
  await tx.user.update({ where: { id: userId }, data, select: { id: true } });
}

/** One after the other: two operators who dismiss each other would leave none. */
export async function countOtherOperators({ tx }: PlatformTransaction, userId: string): Promise<number> {
  await tx.$queryRaw`SELECT id FROM users WHERE is_platform_admin ORDER BY id FOR UPDATE`;
  return tx.user.count({ where: { isPlatformAdmin: true, deletedAt: null, blockedAt: null, id: { not: userId } } });
}
