import { usablePermissions } from "../rules/company-wide";
import type { PortalSession, SessionMembership } from "../rules/session";
import type { Me } from "../schema";

/** Who is signed in, where they work and what they may do there, as their screen may know it. */
export function getMe(session: PortalSession, active: SessionMembership): Me {
  const { id, name, email, locale } = session.user;
  const { companyId, companyName, timezone, currency } = active;
  return {
    user: { id, name, email, locale },
    company: { id: companyId, name: companyName, timezone, currency },
    memberships: session.memberships.map((membership) => {
      return { companyId: membership.companyId, companyName: membership.companyName, role: membership.roleKey };
    }),
    permissions: usablePermissions(active),
  };
}
