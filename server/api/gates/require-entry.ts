import { env } from "@/server/core/env";
import { AppError } from "@/server/core/errors";
import { checkKeyAddress, type FoundApiKey, keyNameAt } from "@/server/identity/api-keys/rules";
import { recordRefusedAddress } from "@/server/identity/commands/record-refused-address";
import { checkAddress, checkSecondFactor, needsTwoFactor } from "@/server/identity/rules/security-settings";
import type { PortalSession, SessionMembership } from "@/server/identity/rules/session";
import type { Visitor } from "../visitor";

interface Entering {
  session: PortalSession;
  membership: SessionMembership;
  visitor: Visitor;
}

/** Throws for who still needs a second factor, and for who comes from a network address that the company does not admit. */
export async function requireEntry({ session, membership, visitor }: Entering): Promise<void> {
  requireSecondFactor(session, membership);
  const refusal = checkAddress(session, membership, visitor.ip);
  if (!refusal) return;
  const { id: userId, name } = session.user;
  const actor = { kind: "user", userId, name } as const;
  await recordRefusedAddress({ companyId: membership.companyId, actor, visitor });
  throw new AppError(refusal);
}

/** A key is bound to the networks of the company that it enters, and of the one that keeps it. */
export async function requireKeyEntry(key: FoundApiKey, visitor: Visitor): Promise<void> {
  const { apiKeyId, creator } = key;
  const refusal = checkKeyAddress(key, visitor.ip);
  if (!refusal) return;
  const actor = { kind: "api_key", apiKeyId, name: keyNameAt(key) } as const;
  await recordRefusedAddress({ companyId: creator.companyId, actor, visitor });
  throw new AppError(refusal);
}

/** The same for pages, which lead there instead of refusing. */
export function checkEntry(session: PortalSession, membership: SessionMembership, ip: string | undefined) {
  return checkSecondFactor(session, membership, isDemo()) ?? checkAddress(session, membership, ip);
}

/** Whoever needs a second factor and has none can do nothing but set one up. */
export function requireSecondFactor(session: PortalSession, membership: SessionMembership | null): void {
  const refusal = checkSecondFactor(session, membership, isDemo());
  if (refusal) throw new AppError(refusal);
}

export const isSecondFactorRequired = (session: PortalSession, membership: SessionMembership | null): boolean =>
  needsTwoFactor(session, membership, isDemo());

const isDemo = (): boolean => env().DEMO === "1";
