import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { listRoleRows } from "../../roles/repository";
import { listBranchNames, listStaffNames } from "../repository/places";
import { checkRoleReach, isInSight } from "../rules";
import type { TeamChoices } from "../schema";
import { factsOf, toRoleName } from "../views";
import { teamEditorOf } from "./list-team";

/** The roles, branches and staff members that this person may give to somebody. */
export async function listTeamChoices(ctx: CompanyContext): Promise<TeamChoices> {
  return transact(ctx, async (tx) => {
    const editor = teamEditorOf(tx);
    const roles = (await listRoleRows(tx)).filter((row) => checkRoleReach(factsOf(row), editor) === null);
    const branches = (await listBranchNames(tx)).filter(({ id, isOpen }) => isOpen && isInSight([id], editor));
    return {
      roles: roles.map((row) => ({ ...toRoleName(row), isOwnOnly: row.isOwnOnly })),
      branches: branches.map(({ id, name }) => ({ id, name })),
      staff: await listStaffNames(tx, editor.branchIds),
      mayChooseEveryBranch: editor.branchIds.length === 0,
    };
  });
}
