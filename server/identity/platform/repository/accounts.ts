import { newId } from "@/server/core/ids";
import type { PlatformTransaction } from "@/server/core/platform";

const select = {
  id: true,
  email: true,
  name: true,
  locale: true,
  isPlatformAdmin: true,
  totpEnabledAt: true,
  lastLoginAt: true,
  failedLoginCount: true,
  lockedUntil: true,
  createdAt: true,
  memberships: {
    select: {
      companyId: true,
      isActive: true,
      branchIds: true,
      company: { select: { slug: true, name: true, status: true } },
      role: { select: { key: true, companyId: true } },
    },
  },
  sessions: {
    where: { revokedAt: null },
    select: { id: true, kind: true, deviceLabel: true, ip: true, lastSeenAt: true, expiresAt: true },
    orderBy: { lastSeenAt: "desc" },
    take: 20,
  },
} as const;

/** An account with everything that decides whether and where its person gets in; no secret of theirs. */
export async function findAccountByEmail({ tx }: PlatformTransaction, email: string) {
  return tx.user.findFirst({ where: { email, deletedAt: null }, select });
}

export async function isEmailTaken({ tx }: PlatformTransaction, email: string): Promise<boolean> {
  return (await tx.user.count({ where: { email } })) > 0;
}

export async function findRoleId(
  { tx }: PlatformTransaction,
  { key, companyId }: { key: string; companyId: string },
): Promise<string | null> {
  const where = { key, OR: [{ companyId: null }, { companyId }] };
  return (await tx.role.findFirst({ where, select: { id: true }, orderBy: { companyId: "desc" } }))?.id ?? null;
}

export interface NewAccount {
  email: string;
  name: string;
  passwordHash: string | null;
  isPlatformAdmin: boolean;
  place: { companyId: string; roleId: string } | null;
}

export async function insertAccount({ tx }: PlatformTransaction, { place, ...account }: NewAccount): Promise<string> {
  const id = newId();
  await tx.user.create({ data: { id, ...account } });
  if (place) await tx.membership.create({ data: { id: newId(), userId: id, ...place } });
  return id;
}

/** Ends the living sessions of a user, of one kind when it is given; says how many there were. */
export async function endSessionsOf(
  { tx, now }: PlatformTransaction,
  { userId, kind, reason }: { userId: string; kind?: "api"; reason: string },
): Promise<number> {
  const where = { userId, revokedAt: null, ...(kind && { kind }) };
  return (await tx.session.updateMany({ where, data: { revokedAt: now, revokedReason: reason } })).count;
}

export interface NewToken {
  userId: string;
  tokenHash: string;
  activeCompanyId: string | null;
  expiresAt: Date;
}

export async function insertApiSession({ tx }: PlatformTransaction, token: NewToken): Promise<string> {
  const id = newId();
  await tx.session.create({ data: { id, kind: "api", isRemembered: true, deviceLabel: "command line", ...token } });
  return id;
}
