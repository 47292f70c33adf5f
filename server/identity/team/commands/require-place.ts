import type { TransactionContext } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { findRoleRow, type RoleRow } from "../../roles/repository";
import { teamEditorOf } from "../queries/list-team";
import type { PlaceData } from "../repository/members";
import { holdRole, listBranchNames, listStaffNames } from "../repository/places";
import { checkReach } from "../rules";
import { factsOf } from "../views";

export interface WantedPlace {
  roleId: string;
  branchIds: string[];
  staffId?: string | null | undefined;
}

export type Place = PlaceData & { role: RoleRow };

/** The role, branches and staff member that somebody is to get: ours, and within what their giver may give. */
export async function requirePlace(tx: TransactionContext, wanted: WantedPlace): Promise<Place> {
  const { roleId, staffId = null } = wanted;
  const branchIds = [...new Set(wanted.branchIds)];
  const editor = teamEditorOf(tx);
  await holdRole(tx, roleId);
  const role = await findRoleRow(tx, roleId);
  if (!role) throw notFound("role");
  const branches = new Set((await listBranchNames(tx)).map(({ id }) => id));
  if (!branchIds.every((id) => branches.has(id))) throw notFound("branch");
  requireReach(tx, { role, branchIds });
  const staff = staffId ? await listStaffNames(tx, editor.branchIds) : [];
  if (staffId && !staff.some(({ id }) => id === staffId)) throw notFound("staff");
  return { roleId, role, branchIds, staffId };
}

/** Throws for somebody whom this person may neither invite nor change. */
export function requireReach(tx: TransactionContext, { role, branchIds }: { role: RoleRow; branchIds: string[] }) {
  const refusal = checkReach({ role: factsOf(role), branchIds }, teamEditorOf(tx));
  if (refusal) throw new AppError(refusal);
}
