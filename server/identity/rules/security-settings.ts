import { z } from "zod";
import type { Refusal } from "@/server/core/errors";
import { checkIpAllowlist } from "./ip-allowlist";
import type { PortalSession, SessionMembership } from "./session";

/** A company's own rules for signing in, as its settings keep them under `security`. */
const securitySettings = z.object({
  /** The roles that need a second factor; built-in ones and a company's own alike. */
  twoFactorRoles: z.array(z.string()).catch(["admin"]).default(["admin"]),
});
export type SecuritySettings = z.infer<typeof securitySettings>;

/** Whatever stands there: what is missing or damaged is as strict as for a new company. */
export function readSecuritySettings(stored: unknown): SecuritySettings {
  return securitySettings.parse(typeof stored === "object" && stored !== null ? stored : {});
}

/** Whether this person needs a second factor here; operators of the platform always do, except in a demo. */
export function needsTwoFactor(session: PortalSession, membership: SessionMembership | null, isDemo: boolean): boolean {
  if (session.user.isPlatformAdmin) return !isDemo;
  return membership !== null && readSecuritySettings(membership.security).twoFactorRoles.includes(membership.roleKey);
}

/** Says what is missing before anything else may be done, or null. */
export function checkSecondFactor(
  session: PortalSession,
  membership: SessionMembership | null,
  isDemo: boolean,
): Refusal | null {
  if (session.secondFactorAt !== null || !needsTwoFactor(session, membership, isDemo)) return null;
  const reason = session.user.hasTwoFactor ? "second_factor_missing" : "two_factor_setup_required";
  return { code: "FORBIDDEN", reason };
}

/** Says why somebody may not enter a company from where they are, or null. Operators come from a network of their own, and are audited. */
export function checkAddress(
  session: PortalSession,
  membership: SessionMembership,
  ip: string | undefined,
): Refusal | null {
  return session.impersonation ? null : checkIpAllowlist(membership.ipAllowlist, ip);
}

const REAUTHENTICATION_MINUTES = 10;

/** Says that somebody has to prove again who they are, or null when they did within the last minutes. */
export function checkRecentProof(authenticatedAt: string, now: Date): Refusal | null {
  const age = now.getTime() - Date.parse(authenticatedAt);
  return age <= REAUTHENTICATION_MINUTES * 60_000
    ? null
    : { code: "REAUTHENTICATION_REQUIRED", reason: "proof_too_old" };
}
