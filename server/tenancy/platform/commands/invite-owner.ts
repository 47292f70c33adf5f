import { companyContext } from "@/server/core/context";
import { type PlatformContext, recordPlatformAudit, transactAsPlatform } from "@/server/core/platform";
import { ROLE_PERMISSIONS } from "@/server/identity/rules/built-in-roles";
import { inviteMember } from "@/server/identity/team/commands/invite-member";
import { requireCompany, requireOwnerRole } from "../repository/companies";
import type { InviteOwnerInput } from "../schema/companies";

/** Invites somebody to run the company: the first of its people, or another one when the first is gone. */
export async function inviteOwner(ctx: PlatformContext, { companyId, email }: InviteOwnerInput): Promise<void> {
  const { actor, now, requestId, ip, userAgent } = ctx;
  const roleId = await transactAsPlatform(ctx, async (tx) => {
    await requireCompany(tx, companyId);
    const subject = { subjectType: "company", subjectId: companyId };
    recordPlatformAudit(tx, { action: "invite_owners", ...subject, after: { email } });
    return requireOwnerRole(tx);
  });
  const permissions = new Set<string>(ROLE_PERMISSIONS.admin);
  const company = companyContext({ companyId, actor, permissions, now, requestId, ip, userAgent });
  await inviteMember(company, { email, roleId, branchIds: [] });
}
