import type { PlatformTransaction } from "@/server/core/platform";

export function findImpersonated({ tx }: PlatformTransaction, companyId: string) {
  return tx.company.findUnique({
    where: { id: companyId },
    select: { id: true, name: true, status: true, tenant: { select: { notifiesImpersonation: true } } },
  });
}

export async function listOwnerIds({ tx }: PlatformTransaction, companyId: string): Promise<string[]> {
  const role = { key: "admin", companyId: null };
  const owners = await tx.membership.findMany({ where: { companyId, isActive: true, role }, select: { userId: true } });
  return owners.map(({ userId }) => userId);
}

export interface Impersonation {
  companyId: string;
  reason: string;
  expiresAt: Date;
}

export async function setImpersonation(
  { tx }: PlatformTransaction,
  { sessionId, impersonation }: { sessionId: string; impersonation: Impersonation | null },
): Promise<void> {
  await tx.session.update({
    where: { id: sessionId },
    data: {
      impersonatedCompanyId: impersonation?.companyId ?? null,
      impersonationReason: impersonation?.reason ?? null,
      impersonationExpiresAt: impersonation?.expiresAt ?? null,
    },
    select: { id: true },
  });
}
