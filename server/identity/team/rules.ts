import type { Refusal } from "@/server/core/errors";

export const INVITATION_DAYS = 7;

export interface TeamEditor {
  permissions: ReadonlySet<string>;
  /** Empty: every branch. */
  branchIds: readonly string[];
  isOwnOnly: boolean;
}

export interface RoleFacts {
  key: string;
  isBuiltIn: boolean;
  isOwnOnly: boolean;
  permissions: readonly string[];
}

/** Whom somebody may invite and edit who can't give away roles as they like. */
const BELOW_MANAGERS: readonly string[] = ["receptionist", "staff"];

/** Whether they may give this role to somebody, or change somebody who has it: never one that can do more than they. */
export function checkRoleReach(role: RoleFacts, editor: TeamEditor): Refusal | null {
  const isBelow = editor.permissions.has("assign_roles")
    ? role.permissions.every((permission) => editor.permissions.has(permission)) &&
      (role.isOwnOnly || !editor.isOwnOnly)
    : role.isBuiltIn && BELOW_MANAGERS.includes(role.key);
  return isBelow ? null : { code: "FORBIDDEN", reason: "role_above_own" };
}

/** Whoever works in some branches decides about people of these branches only. */
export function checkBranchReach(branchIds: readonly string[], editor: TeamEditor): Refusal | null {
  if (editor.branchIds.length === 0) return null;
  const isWithin = branchIds.length > 0 && branchIds.every((id) => editor.branchIds.includes(id));
  return isWithin ? null : { code: "FORBIDDEN", reason: "branch_beyond_own" };
}

interface Place {
  role: RoleFacts;
  branchIds: readonly string[];
}

/** Whether somebody who works there is theirs to change. */
export function checkReach({ role, branchIds }: Place, editor: TeamEditor): Refusal | null {
  return checkRoleReach(role, editor) ?? checkBranchReach(branchIds, editor);
}

/** Whom a list shows to somebody of some branches: who works in one of these, or everywhere. */
export function isInSight(branchIds: readonly string[], editor: Pick<TeamEditor, "branchIds">): boolean {
  if (editor.branchIds.length === 0 || branchIds.length === 0) return true;
  return branchIds.some((id) => editor.branchIds.includes(id));
}

export const isOwner = ({ key, isBuiltIn }: Pick<RoleFacts, "key" | "isBuiltIn">): boolean =>
  isBuiltIn && key === "admin";
