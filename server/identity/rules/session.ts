import type { Actor } from "@/server/core/context";
import { isBuiltInRole, ROLE_PERMISSIONS } from "./built-in-roles";

export interface SessionMembership {
  companyId: string;
  companyName: string;
  timezone: string;
  currency: string;
  roleKey: string;
  isBuiltInRole: boolean;
  branchIds: string[];
  staffId: string | null;
  /** The rows of a company's own role; empty for a built-in one. */
  permissions: string[];
  /** What the tenant's operator switched on or off, over the platform's defaults. */
  featureFlags: Record<string, boolean>;
  /** The company's own rules for signing in, as stored in its settings; `rules/security-settings` parses them. */
  security: Record<string, unknown>;
}

/** A session that is alive, as the database tells it for each request. */
export interface PortalSession {
  sessionId: string;
  activeCompanyId: string | null;
  /** ISO instants: when the person last proved who they are, and with a second factor too. */
  authenticatedAt: string;
  secondFactorAt: string | null;
  user: { id: string; email: string; name: string; locale: string; isPlatformAdmin: boolean; hasTwoFactor: boolean };
  /** Set while an operator looks into a company: then that company is the only membership. */
  impersonation: { companyId: string; reason: string; expiresAt: string } | null;
  memberships: SessionMembership[];
}

/** Matches no row: a staff role without a person behind it sees nothing, not everything. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** Where they work now: the chosen company, or the first one when they no longer work there. */
export function activeMembership(session: PortalSession): SessionMembership | null {
  const chosen = session.memberships.find((membership) => membership.companyId === session.activeCompanyId);
  return chosen ?? session.memberships[0] ?? null;
}

/** Who acts: an operator who looks into a company is named as one in everything that they change. */
export function actorOf({ user, impersonation }: PortalSession): Actor {
  const { id: userId, name } = user;
  return impersonation
    ? { kind: "impersonator", userId, name, reason: impersonation.reason }
    : { kind: "user", userId, name };
}

export function permissionsOf(membership: SessionMembership): readonly string[] {
  if (!membership.isBuiltInRole) return membership.permissions;
  return isBuiltInRole(membership.roleKey) ? ROLE_PERMISSIONS[membership.roleKey] : [];
}

/** Which rows of the company they see: these branches, and only their own where the role says so. */
export function restrictionOf(membership: SessionMembership): { branchIds: string[]; staffId?: string } {
  const { branchIds } = membership;
  const isOwnOnly = membership.isBuiltInRole && membership.roleKey === "staff";
  return isOwnOnly ? { branchIds, staffId: membership.staffId ?? NOBODY } : { branchIds };
}
