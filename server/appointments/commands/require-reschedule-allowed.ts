import type { TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { getPolicy } from "@/server/policies/queries/get-policy";
import type { AppointmentRow } from "../repository/read";
import { judgeReschedule } from "../rules/notice";
import type { PolicyResult } from "../schema";
import { mayOverride } from "./load-appointment";

/** What the reschedule policy says to moving it now. Throws POLICY_BLOCKED; `details.policy` says whether a yes would do. */
export async function requireRescheduleAllowed(
  tx: TransactionContext,
  { before, isConfirmed }: { before: AppointmentRow; isConfirmed: boolean },
): Promise<PolicyResult> {
  const subject = { staffId: before.staff.id, serviceId: before.service.id, branchId: before.branch.id };
  const policy = await getPolicy(tx, { type: "reschedule", ...subject });
  const facts = { appointment: before, now: tx.now, isConfirmed, mayOverride: mayOverride(tx) };
  const result = judgeReschedule({ ...facts, policy });
  if (!result.isAllowed) {
    throw new AppError({ code: "POLICY_BLOCKED", reason: result.reason ?? "policy", details: { policy: result } });
  }
  return result;
}
