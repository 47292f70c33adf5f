import type { Refusal } from "@/server/core/errors";
import { everythingOn, PERMISSIONS, type Permission } from "../rules/permissions";

const PLATFORM: readonly Permission[] = everythingOn("tenants", "companies", "platform");

/** What a company's own role may hold: never what is the platform's. */
export const GRANTABLE: readonly Permission[] = PERMISSIONS.filter((permission) => !PLATFORM.includes(permission));

export interface RoleFacts {
  permissions: readonly string[];
  isOwnOnly: boolean;
}

export interface RoleEditor {
  permissions: ReadonlySet<string>;
  /** Sees only their own rows. */
  isOwnOnly: boolean;
}

/** Nobody writes a role that can do more than they themselves, and nobody touches one that can. */
export function checkRole(role: RoleFacts, editor: RoleEditor): Refusal | null {
  const foreign = role.permissions.filter((permission) => !(GRANTABLE as readonly string[]).includes(permission));
  if (foreign.length > 0) return refused("platform_permission", foreign);
  const beyond = role.permissions.filter((permission) => !editor.permissions.has(permission));
  if (beyond.length > 0) return refused("beyond_own_permissions", beyond);
  if (editor.isOwnOnly && !role.isOwnOnly) return refused("beyond_own_rows", []);
  return null;
}

const refused = (reason: string, permissions: string[]): Refusal => ({
  code: "FORBIDDEN",
  reason,
  details: { permissions },
});

/** What an edit adds and takes away, as the editor shows it before saving and the audit log afterwards. */
export function permissionChanges(before: readonly string[], after: readonly string[]) {
  return {
    added: after.filter((permission) => !before.includes(permission)).sort(),
    removed: before.filter((permission) => !after.includes(permission)).sort(),
  };
}
