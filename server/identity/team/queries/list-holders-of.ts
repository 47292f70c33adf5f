import type { CompanyContext } from "@/server/core/context";
import { isBuiltInRole, ROLE_PERMISSIONS } from "../../rules/built-in-roles";
import { can, type Permission } from "../../rules/permissions";
import { findSender } from "../repository/invitations";
import { listMemberRows, type MemberRow } from "../repository/members";

/** Who of the company's people may do something, and what the company is called: for mails that ask them to. */
export async function listHoldersOf(ctx: CompanyContext, permission: Permission) {
  const [members, { name: companyName }] = [await listMemberRows(ctx), await findSender(ctx)];
  const holders = members.filter(({ role }) => can(permissionsOf(role), permission)).map(({ userId }) => userId);
  return { holders, companyName };
}

/** Those of them who answer for one of these branches, and how to write to each; who works with all is named no branch. */
export async function listContactsOf(
  ctx: CompanyContext,
  { permission, branchIds }: { permission: Permission; branchIds: readonly string[] },
): Promise<{ userId: string; email: string }[]> {
  const members = await listMemberRows(ctx);
  return members
    .filter(({ role }) => can(permissionsOf(role), permission))
    .filter((member) => member.branchIds.length === 0 || member.branchIds.some((id) => branchIds.includes(id)))
    .map(({ userId, user }) => ({ userId, email: user.email }));
}

/** Who signs in as that person of the staff. */
export async function findContactOf(ctx: CompanyContext, { staffId }: { staffId: string }) {
  const member = (await listMemberRows(ctx)).find(({ staff }) => staff?.id === staffId);
  return member ? { userId: member.userId, email: member.user.email } : null;
}

function permissionsOf({ companyId, key, rolePermissions }: MemberRow["role"]): readonly string[] {
  if (companyId === null) return isBuiltInRole(key) ? ROLE_PERMISSIONS[key] : [];
  return rolePermissions.map(({ permission }) => permission.key);
}
