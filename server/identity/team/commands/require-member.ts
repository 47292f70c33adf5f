import { type TransactionContext, userIdOf } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { teamEditorOf } from "../queries/list-team";
import { countOwners, lockMember, type MemberRow } from "../repository/members";
import { isInSight, isOwner } from "../rules";
import { factsOf } from "../views";
import { requireReach } from "./require-place";

/** Somebody who works here and whom this person may change; whom they don't even see is NOT_FOUND. */
export async function requireMember(tx: TransactionContext, membershipId: string) {
  const row = await lockMember(tx, membershipId);
  if (!row || !isInSight(row.branchIds, teamEditorOf(tx))) throw notFound("member");
  requireReach(tx, row);
  return { ...row, isSelf: row.userId === userIdOf(tx) };
}

/** A company always has somebody who may do everything. */
export async function requireAnotherOwner(tx: TransactionContext, { role }: Pick<MemberRow, "role">): Promise<void> {
  if (!isOwner(factsOf(role)) || (await countOwners(tx)) > 1) return;
  throw new AppError({ code: "PRECONDITION_FAILED", reason: "last_owner" });
}

/** Nobody takes rights from themselves by mistake: somebody else has to. */
export function requireOther({ isSelf }: { isSelf: boolean }): void {
  if (isSelf) throw new AppError({ code: "FORBIDDEN", reason: "own_membership" });
}
