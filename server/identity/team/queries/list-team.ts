import { type CompanyContext, userIdOf } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { listInvitationRows } from "../repository/invitations";
import { listMemberRows, loadPresence } from "../repository/members";
import { listBranchNames } from "../repository/places";
import { isInSight, type TeamEditor } from "../rules";
import type { TeamView } from "../schema";
import { toInvitationView, toMemberView } from "../views";

export function teamEditorOf({ permissions = new Set(), restriction }: CompanyContext): TeamEditor {
  return { permissions, branchIds: restriction?.branchIds ?? [], isOwnOnly: restriction?.staffId !== undefined };
}

/** Who works here and who is invited to; to somebody of some branches, those of these branches and of all. */
export async function listTeam(ctx: CompanyContext): Promise<TeamView> {
  return transact(ctx, async (tx) => {
    const editor = teamEditorOf(tx);
    const [members, invitations] = [await listMemberRows(tx), await listInvitationRows(tx)];
    const [presence, branches] = [await loadPresence(tx), await listBranchNames(tx)];
    const around = { editor, userId: userIdOf(tx), branches, presence, now: tx.now };
    const isSeen = ({ branchIds }: { branchIds: string[] }) => isInSight(branchIds, editor);
    return {
      members: members.filter(isSeen).map((row) => toMemberView(row, around)),
      invitations: invitations.filter(isSeen).map((row) => toInvitationView(row, around)),
    };
  });
}
