import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { requireWithinLimit } from "@/server/core/within-allowance";
import { teamChanged } from "../../events";
import { findInvitationRow, revokeInvitations } from "../repository/invitations";
import { requirePlace } from "./require-place";
import { writeInvitation } from "./write-invitation";

/** Sends an invitation once more, for another week; the link in the older mail ends. */
export async function resendInvitation(
  ctx: CompanyContext,
  { invitationId }: { invitationId: string },
): Promise<{ invitationId: string }> {
  return transact(ctx, async (tx) => {
    const before = await findInvitationRow(tx, invitationId);
    if (!before) throw notFound("invitation");
    const { email, role, branchIds, staff } = before;
    const place = await requirePlace(tx, { roleId: role.id, branchIds, staffId: staff?.id });
    if ((await revokeInvitations(tx, { id: invitationId })) === 0) throw notFound("invitation");
    // One that has ended counted no more; this one does again.
    await requireWithinLimit(tx, "users");
    const next = await writeInvitation(tx, { email, ...place });
    const after = { email, replacedBy: next.invitationId };
    recordAudit(tx, { action: "invite_team", subjectType: "invitation", subjectId: invitationId, after });
    await publish(tx, teamChanged, {});
    return { invitationId: next.invitationId };
  });
}
