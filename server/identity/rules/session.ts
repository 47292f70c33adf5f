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
}

/** A session that is alive, as the database tells it for each request. */
export interface PortalSession {
  sessionId: string;
  activeCompanyId: string | null;
  user: { id: string; email: string; name: string; locale: string; isPlatformAdmin: boolean };
  memberships: SessionMembership[];
}

/** Matches no row: a staff role without a person behind it sees nothing, not everything. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** Where they work now: the chosen company, or the first one when they no longer work there. */
export function activeMembership(session: PortalSession): SessionMembership | null {
  const chosen = session.memberships.find((membership) => membership.companyId === session.activeCompanyId);
  return chosen ?? session.memberships[0] ?? null;
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
