import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { teamChanged } from "../../events";
import { endMemberSessions, type PlaceData, writeMember } from "../repository/members";
import type { EditMemberInput } from "../schema";
import { requireAnotherOwner, requireMember, requireOther } from "./require-member";
import { requirePlace } from "./require-place";

/** Changes what somebody may do, where, and which staff member they are; other rights want a new sign-in. */
export async function editMember(ctx: CompanyContext, { membershipId, ...input }: EditMemberInput): Promise<void> {
  await transact(ctx, async (tx) => {
    const before = await requireMember(tx, membershipId);
    const { role, ...place } = await requirePlace(tx, input);
    const old = { roleId: before.role.id, branchIds: before.branchIds, staffId: before.staff?.id ?? null };
    const isOtherRole = old.roleId !== place.roleId;
    const isOtherPlace = isOtherRole || !areSameBranches(old, place);
    const showsOtherRows = before.role.isOwnOnly && old.staffId !== place.staffId;
    if (isOtherPlace || showsOtherRows) requireOther(before);
    if (isOtherRole) await requireAnotherOwner(tx, before);
    await writeMember(tx, membershipId, place);
    if (isOtherPlace) await endMemberSessions(tx, before.userId, "role_changed");
    recordAudit(tx, {
      action: "edit_team",
      subjectType: "membership",
      subjectId: membershipId,
      before: { ...old, role: before.role.key },
      after: { ...place, role: role.key, userId: before.userId },
    });
    await publish(tx, teamChanged, {});
  });
}

function areSameBranches(one: PlaceData, other: PlaceData): boolean {
  const key = ({ branchIds }: PlaceData) => [...branchIds].sort().join();
  return key(one) === key(other);
}
