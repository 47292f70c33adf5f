import { recordAudit } from "@/server/core/activity";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { appointmentCancelled } from "../events";
import { openFee } from "../fees/commands/open-fee";
import type { AppointmentRow } from "../repository/read";
import { changeAppointment, recordModification } from "../repository/write";
import { noticeOf } from "../rules/notice-choice";
import { checkTransition } from "../rules/status";
import type { CancelAppointmentInput, PolicyResult } from "../schema";
import { requireAppointment } from "./load-appointment";
import { requireCancellationAllowed } from "./require-cancellation-allowed";

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
    const policy = await requireCancellationAllowed(tx, { ...input, before });
    const reason = input.reason || null;
    await changeAppointment(tx, before, { status: "cancelled", cancelledAt: tx.now, cancellationReason: reason });
    await openFee(tx, { before, kind: "cancellation", policy });
    await tellOfCancellation(tx, { before, policy, reason, input });
    return { policy };
  });
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
