import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { requireWithinLimit } from "@/server/core/within-allowance";
import { staffChanged } from "../events";
import { changeStaff } from "../repository/write";
import type { ChangeStaffInput } from "../schema";
import { requireStaff } from "./require-staff";

/** Brings an archived person back, within what the contract allows; who is there already stays as they are. */
export async function restoreStaff(ctx: CompanyContext, input: ChangeStaffInput): Promise<void> {
  await transact(ctx, async (tx) => {
    const { staffId } = input;
    const before = await requireStaff(tx, input);
    if (!before.isActive) await requireWithinLimit(tx, "staff");
    await changeStaff(tx, before, { isActive: true, deletedAt: null });
    recordAudit(tx, {
      action: "create_staff",
      subjectType: "staff",
      subjectId: staffId,
      before: { isArchived: !before.isActive },
      after: { isArchived: false },
    });
    await publish(tx, staffChanged, { staffId });
  });
}
