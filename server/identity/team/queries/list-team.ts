import { type CompanyContext, type TransactionContext, userIdOf } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { listInvitationRows } from "../repository/invitations";
import { listMemberRows, loadPresence } from "../repository/members";
import { listBranchNames } from "../repository/places";
import { isInSight, type TeamEditor } from "../rules";
import type { InvitationView, MemberView, TeamView } from "../schema";
import { type Around, toInvitationView, toMemberView } from "../views";

export function teamEditorOf({ permissions = new Set(), restriction }: CompanyContext): TeamEditor {
  return { permissions, branchIds: restriction?.branchIds ?? [], isOwnOnly: restriction?.staffId !== undefined };
}

/** Who works here and who is invited to; to somebody of some branches, those of these branches and of all. */
export async function listTeam(ctx: CompanyContext): Promise<TeamView> {
  return transact(ctx, async (tx) => {
    const around = await loadAround(tx);
    return { members: await membersIn(tx, around), invitations: await invitationsIn(tx, around) };
  });
}

/** Who works here, by name. */
export async function listMembers(ctx: CompanyContext): Promise<MemberView[]> {
  return transact(ctx, async (tx) => membersIn(tx, await loadAround(tx)));
}

/** Who is invited, also with a link that has expired; the latest first. */
export async function listInvitations(ctx: CompanyContext): Promise<InvitationView[]> {
  return transact(ctx, async (tx) => invitationsIn(tx, await loadAround(tx)));
}

async function loadAround(tx: TransactionContext): Promise<Around> {
  const [branches, presence] = [await listBranchNames(tx), await loadPresence(tx)];
  return { editor: teamEditorOf(tx), userId: userIdOf(tx), branches, presence, now: tx.now };
}

async function membersIn(tx: TransactionContext, around: Around): Promise<MemberView[]> {
  const rows = await listMemberRows(tx);
  return rows.filter(({ branchIds }) => isInSight(branchIds, around.editor)).map((row) => toMemberView(row, around));
}

async function invitationsIn(tx: TransactionContext, around: Around): Promise<InvitationView[]> {
  const rows = await listInvitationRows(tx);
  return rows
    .filter(({ branchIds }) => isInSight(branchIds, around.editor))
    .map((row) => toInvitationView(row, around));
}
