import { recordAudit } from "@/server/core/activity";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { getPolicy } from "@/server/policies/queries/get-policy";
import { appointmentCancelled } from "../events";
import { type AppointmentRow, countCancellationsThisMonth } from "../repository/read";
import { changeAppointment, recordModification } from "../repository/write";
import { judgeCancellation } from "../rules/notice";
import { noticeOf } from "../rules/notice-choice";
import { checkTransition } from "../rules/status";
import type { CancelAppointmentInput, PolicyResult } from "../schema";
import { mayOverride, requireAppointment } from "./load-appointment";

/**
 * Cancels an appointment and frees its time, within the cancellation policy that applies to it.
 * Throws POLICY_BLOCKED; `details.policy` says whether the customer's yes to the warning would do.
 */
export async function cancelAppointment(
  ctx: CompanyContext,
  input: CancelAppointmentInput,
): Promise<{ policy: PolicyResult }> {
  return transact(ctx, async (tx) => {
    const before = await requireAppointment(tx, input);
    const refusal = checkTransition(before.status, "cancelled");
    if (refusal) throw new AppError(refusal);
    const policy = await requirePolicy(tx, { before, isConfirmed: input.isConfirmed });
    const reason = input.reason || null;
    await changeAppointment(tx, before, { status: "cancelled", cancelledAt: tx.now, cancellationReason: reason });
    await tellOfCancellation(tx, { before, policy, reason, input });
    return { policy };
  });
}

async function requirePolicy(
  tx: TransactionContext,
  { before, isConfirmed }: { before: AppointmentRow; isConfirmed: boolean },
): Promise<PolicyResult> {
  const subject = { staffId: before.staff.id, serviceId: before.service.id, branchId: before.branch.id };
  const policy = await getPolicy(tx, { type: "cancellation", ...subject });
  const cancellationsThisMonth = await countCancellationsThisMonth(tx, before.customer.id);
  const facts = { appointment: before, now: tx.now, isConfirmed, mayOverride: mayOverride(tx) };
  const result = judgeCancellation({ ...facts, policy, cancellationsThisMonth });
  if (!result.isAllowed) {
    throw new AppError({ code: "POLICY_BLOCKED", reason: result.reason ?? "policy", details: { policy: result } });
  }
  return result;
}

interface CancellationFacts {
  before: AppointmentRow;
  policy: PolicyResult;
  reason: string | null;
  input: Pick<CancelAppointmentInput, "notifyCustomer" | "notifyChannels">;
}

async function tellOfCancellation(tx: TransactionContext, facts: CancellationFacts): Promise<void> {
  const { before, policy, reason, input } = facts;
  const entry = {
    appointmentId: before.id,
    customerId: before.customer.id,
    oldValues: { status: before.status },
    newValues: { status: "cancelled" },
    reason,
    policyResult: policy,
  };
  await recordModification(tx, { ...entry, type: "cancelled", feeCents: policy.feeCents });
  if (policy.isViolation) await recordModification(tx, { ...entry, type: "violation", feeCents: policy.feeCents });
  recordAudit(tx, {
    action: "cancel_appointments",
    subjectType: "appointment",
    subjectId: before.id,
    before: { status: before.status },
    after: { status: "cancelled", reason, feeCents: policy.feeCents },
  });
  const { id: appointmentId, customer, startsAt } = before;
  await publish(tx, appointmentCancelled, { appointmentId, customerId: customer.id, startsAt, ...noticeOf(input) });
}
