import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { teamChanged } from "../../events";
import { findInvitationRow, revokeInvitations } from "../repository/invitations";
import { requireReach } from "./require-place";

/** Takes an invitation back; its link ends at once. */
export async function revokeInvitation(ctx: CompanyContext, { invitationId }: { invitationId: string }): Promise<void> {
  await transact(ctx, async (tx) => {
    const before = await findInvitationRow(tx, invitationId);
    if (!before) throw notFound("invitation");
    requireReach(tx, before);
    if ((await revokeInvitations(tx, { id: invitationId })) === 0) throw notFound("invitation");
    recordAudit(tx, {
      action: "revoke_invitation",
      subjectType: "invitation",
      subjectId: invitationId,
      before: { email: before.email, role: before.role.key },
    });
    await publish(tx, teamChanged, {});
  });
}
