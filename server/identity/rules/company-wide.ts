import { everythingOn, isPermission, type Permission } from "./permissions";
import { permissionsOf, restrictionOf, type SessionMembership } from "./session";

/** What is the company's as a whole: its settings, its roles, and its connections to other services. Looking is everybody's. */
const SETTINGS: readonly Permission[] = ["edit_company", "edit_company_security", "edit_api_keys"];
const COMPANY_WIDE: ReadonlySet<Permission> = new Set([
  ...SETTINGS,
  ...everythingOn("roles", "integrations").filter((permission) => !/^(view|test|export)_/.test(permission)),
]);

/** Whether what this permission allows holds in every branch, so that it takes somebody who works with all of them. */
export const isCompanyWide = (permission: string): boolean => isPermission(permission) && COMPANY_WIDE.has(permission);

/** Works with every branch, and with everybody there: may decide what holds in all of them. */
export function worksEverywhere(membership: SessionMembership): boolean {
  const { branchIds, staffId } = restrictionOf(membership);
  return branchIds.length === 0 && staffId === undefined;
}

/** What somebody can use of what their role allows; the rest would only be refused. */
export function usablePermissions(membership: SessionMembership): string[] {
  const allowed = [...permissionsOf(membership)];
  return worksEverywhere(membership) ? allowed : allowed.filter((permission) => !isCompanyWide(permission));
}
