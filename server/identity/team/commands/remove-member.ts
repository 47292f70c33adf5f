import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { teamChanged } from "../../events";
import { endMemberSessions, endMembership } from "../repository/members";
import { requireAnotherOwner, requireMember, requireOther } from "./require-member";

/** Ends somebody's work here and their sessions in this company; what they did stays, and so does their account. */
export async function removeMember(ctx: CompanyContext, { membershipId }: { membershipId: string }): Promise<void> {
  await transact(ctx, async (tx) => {
    const before = await requireMember(tx, membershipId);
    requireOther(before);
    await requireAnotherOwner(tx, before);
    await endMemberSessions(tx, before.userId, "removed");
    await endMembership(tx, membershipId);
    recordAudit(tx, {
      action: "remove_team",
      subjectType: "membership",
      subjectId: membershipId,
      before: { userId: before.userId, role: before.role.key, branchIds: before.branchIds },
    });
    await publish(tx, teamChanged, {});
  });
}
