import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { staffChanged } from "../events";
import { findObstacles } from "../repository/obstacles";
import { changeStaff, lockStaff } from "../repository/write";
import { isFree } from "../rules/obstacles";
import type { ChangeStaffInput } from "../schema";
import { requireStaff } from "./require-staff";

/**
 * Takes somebody out of every choice; what they did stays. Whoever still has something before them stays, too: PRECONDITION_FAILED
 * says how much, so that each can be given to somebody else first.
 */
export async function archiveStaff(ctx: CompanyContext, input: ChangeStaffInput): Promise<void> {
  await transact(ctx, async (tx) => {
    const { staffId } = input;
    // A booking with this person that is not finished yet holds their row: it is waited for, and then seen.
    await lockStaff(tx, staffId);
    const before = await requireStaff(tx, input);
    await changeStaff(tx, before, { isActive: false, deletedAt: tx.now });
    const obstacles = await findObstacles(tx, staffId);
    if (!isFree(obstacles)) {
      throw new AppError({ code: "PRECONDITION_FAILED", reason: "staff_has_coming", details: { ...obstacles } });
    }
    recordAudit(tx, {
      action: "delete_staff",
      subjectType: "staff",
      subjectId: staffId,
      before: { isArchived: !before.isActive },
      after: { isArchived: true, name: before.name },
    });
    await publish(tx, staffChanged, { staffId });
  });
}
