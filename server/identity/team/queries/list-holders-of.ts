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

function permissionsOf({ companyId, key, rolePermissions }: MemberRow["role"]): readonly string[] {
  if (companyId === null) return isBuiltInRole(key) ? ROLE_PERMISSIONS[key] : [];
  return rolePermissions.map(({ permission }) => permission.key);
}
