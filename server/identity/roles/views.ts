import { isBuiltInRole, ROLE_PERMISSIONS } from "../rules/built-in-roles";
import type { RoleRow, RoleUse } from "./repository";
import type { RoleView } from "./schema";

/** What a role may do: a built-in one by the typed table, a company's own by its rows. */
export function permissionsOfRole({ companyId, key, rolePermissions }: RoleRow): readonly string[] {
  if (companyId !== null) return rolePermissions.map(({ permission }) => permission.key).sort();
  return isBuiltInRole(key) ? ROLE_PERMISSIONS[key] : [];
}

export function toRoleView(row: RoleRow, use: RoleUse = { memberCount: 0, invitationCount: 0 }): RoleView {
  const { id, key, name, description, isOwnOnly, companyId } = row;
  const permissions = [...permissionsOfRole(row)];
  return { id, key, name, description, isOwnOnly, isBuiltIn: companyId === null, permissions, ...use };
}
