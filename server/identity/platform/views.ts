import type { UserDetailsRow, UserRow } from "./repository";
import type { PlatformUserDetails, PlatformUserView } from "./schema";

type Facts = Omit<UserRow, "memberships">;

const factsOf = ({ id, name, email, isPlatformAdmin, totpEnabledAt, blockedAt, lastLoginAt }: Facts) => {
  const state = { isOperator: isPlatformAdmin, hasTwoFactor: totpEnabledAt !== null, isLocked: blockedAt !== null };
  return { id, name, email, ...state, lastLoginAt };
};

export function toPlatformUser({ memberships, ...row }: UserRow): PlatformUserView {
  return { ...factsOf(row), companies: memberships.map(({ company }) => company.name) };
}

export function toPlatformUserDetails({ memberships, sessions, _count, ...row }: UserDetailsRow): PlatformUserDetails {
  const { locale, createdAt, blockedReason } = row;
  return {
    ...factsOf(row),
    ...{ locale, createdAt, lockedReason: blockedReason, passkeys: _count.passkeyCredentials },
    companies: memberships.filter(({ isActive }) => isActive).map(({ company }) => company.name),
    memberships: memberships.map(({ company, role, isActive }) => {
      return {
        companyId: company.id,
        companyName: company.name,
        role: role.companyId ? role.name : role.key,
        isActive,
      };
    }),
    sessions: sessions.map(({ userAgent, ...session }) => ({ ...session, device: userAgent })),
  };
}
