import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { findScheduling, storeScheduling } from "../repository";
import type { EditSchedulingInput, SchedulingSettings } from "../schema";

/** Changes how times are offered and who gets what anybody could do: from the next question on, nothing booked moves. */
export async function editScheduling(ctx: CompanyContext, input: EditSchedulingInput): Promise<SchedulingSettings> {
  return transact(ctx, async (tx) => {
    const before = await findScheduling(tx);
    const {
      slotIntervalMinutes = before.slotIntervalMinutes,
      slotMode = before.slotMode,
      assignment = before.assignment,
    } = input;
    const after = { slotIntervalMinutes, slotMode, assignment };
    // Only what was said: somebody else may be changing the rest.
    await storeScheduling(tx, input);
    recordAudit(tx, { action: "edit_company", subjectType: "company", subjectId: tx.companyId, before, after });
    return after;
  });
}
