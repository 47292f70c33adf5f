import type { RoleRow } from "../roles/repository";
import { permissionsOfRole } from "../roles/views";
import type { InvitationRow } from "./repository/invitations";
import type { MemberRow } from "./repository/members";
import type { Named } from "./repository/places";
import { checkReach, type RoleFacts, type TeamEditor } from "./rules";
import type { InvitationView, MemberView } from "./schema";

export function factsOf(row: RoleRow): RoleFacts {
  const { key, isOwnOnly, companyId } = row;
  return { key, isOwnOnly, isBuiltIn: companyId === null, permissions: permissionsOfRole(row) };
}

export const toRoleName = ({ id, key, name, companyId }: RoleRow) => ({ id, key, name, isBuiltIn: companyId === null });

export interface Around {
  editor: TeamEditor;
  userId: string | null;
  branches: readonly Named[];
  presence: ReadonlyMap<string, Date>;
  now: Date;
}

type Row = Pick<MemberRow, "id" | "role" | "branchIds" | "staff">;

function toPlace({ id, role, branchIds, staff }: Row, branches: readonly Named[]) {
  const named = branches.filter((branch) => branchIds.includes(branch.id)).map(({ id, name }) => ({ id, name }));
  return { id, role: toRoleName(role), branches: named, staff };
}

export function toMemberView(row: MemberRow, { editor, userId, branches, presence }: Around): MemberView {
  const isSelf = row.userId === userId;
  const isTheirs = checkReach({ role: factsOf(row.role), branchIds: row.branchIds }, editor) === null;
  return {
    ...toPlace(row, branches),
    userId: row.userId,
    name: row.user.name,
    email: row.user.email,
    hasTwoFactor: row.user.totpEnabledAt !== null,
    lastSeenAt: presence.get(row.userId) ?? null,
    isSelf,
    canEdit: isTheirs && editor.permissions.has("edit_team"),
    canRemove: isTheirs && !isSelf && editor.permissions.has("remove_team"),
  };
}

export function toInvitationView(row: InvitationRow, { editor, branches, now }: Around): InvitationView {
  const isTheirs = checkReach({ role: factsOf(row.role), branchIds: row.branchIds }, editor) === null;
  return {
    ...toPlace(row, branches),
    email: row.email,
    invitedAt: row.createdAt,
    expiresAt: row.expiresAt,
    isExpired: row.expiresAt <= now,
    canEdit: isTheirs && editor.permissions.has("invite_team"),
  };
}
