import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { requireWithinLimit } from "@/server/core/within-allowance";
import { teamChanged } from "../../events";
import { revokeInvitations } from "../repository/invitations";
import { isMember } from "../repository/members";
import type { InviteMemberInput } from "../schema";
import { requirePlace } from "./require-place";
import { writeInvitation } from "./write-invitation";

/** Invites somebody by e-mail to work here; another open invitation of the same address ends. */
export async function inviteMember(ctx: CompanyContext, input: InviteMemberInput): Promise<{ invitationId: string }> {
  const { email } = input;
  return transact(ctx, async (tx) => {
    const { role, ...place } = await requirePlace(tx, input);
    if (await isMember(tx, email)) throw new AppError({ code: "VALIDATION_ERROR", reason: "already_member" });
    await revokeInvitations(tx, { email });
    await requireWithinLimit(tx, "users");
    const { invitationId } = await writeInvitation(tx, { email, ...place });
    recordAudit(tx, {
      action: "invite_team",
      subjectType: "invitation",
      subjectId: invitationId,
      after: { email, role: role.key, branchIds: place.branchIds, staffId: place.staffId },
    });
    await publish(tx, teamChanged, {});
    return { invitationId };
  });
}
