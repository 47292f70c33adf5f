import type { Actor } from "@/server/core/context";
import { IMPERSONATOR_PERMISSIONS, isBuiltInRole, ROLE_PERMISSIONS } from "./built-in-roles";

export interface SessionMembership {
  companyId: string;
  companyName: string;
  timezone: string;
  currency: string;
  roleKey: string;
  isBuiltInRole: boolean;
  /** A role whose people see only what is their own. */
  isOwnOnly: boolean;
  branchIds: string[];
  staffId: string | null;
  /** The rows of a company's own role; empty for a built-in one. */
  permissions: string[];
  /** Whether the tenant and the company may work. */
  tenantStatus: string;
  companyStatus: string;
  /** What operators switched on or off, for this tenant over for all. */
  featureFlags: Record<string, boolean>;
  /** The company's own rules for signing in, as stored in its settings; `rules/security-settings` parses them. */
  security: Record<string, unknown>;
  /** The network addresses that the company admits; empty: all. */
  ipAllowlist: string[];
}

/** A session that is alive, as the database tells it for each request. */
export interface PortalSession {
  sessionId: string;
  /** `portal` stands in a browser's cookie, `api` in a program's header. */
  kind: "portal" | "api";
  activeCompanyId: string | null;
  expiresAt: string;
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
  if (membership.roleKey === "super_admin") return IMPERSONATOR_PERMISSIONS;
  return isBuiltInRole(membership.roleKey) ? ROLE_PERMISSIONS[membership.roleKey] : [];
}

/** Which rows of the company they see: these branches, and only their own where the role says so. */
export function restrictionOf(membership: SessionMembership): { branchIds: string[]; staffId?: string } {
  const { branchIds } = membership;
  return membership.isOwnOnly ? { branchIds, staffId: membership.staffId ?? NOBODY } : { branchIds };
}
