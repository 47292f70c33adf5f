import { recordAudit } from "@/server/core/activity";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { findGoesBack } from "../deposits/queries/find-goes-back";
import { appointmentCancelled } from "../events";
import { openFee } from "../fees/commands/open-fee";
import type { AppointmentRow } from "../repository/read";
import { changeAppointment, recordModification } from "../repository/write";
import { noticeOf } from "../rules/notice-choice";
import { overrideOf } from "../rules/override";
import { checkTransition } from "../rules/status";
import type { CancelAppointmentInput, PolicyResult } from "../schema";
import type { Decision } from "./decision";
import { requireAppointment } from "./load-appointment";
import { overriddenBy, requireCancellationAllowed } from "./require-cancellation-allowed";

/**
 * Cancels an appointment and frees its time, within the cancellation policy that applies to it.
 * Throws POLICY_BLOCKED; `details.policy` says whether the customer's yes to the warning would do.
 */
export async function cancelAppointment(
  ctx: CompanyContext,
  input: CancelAppointmentInput & Pick<Decision, "happenedAt">,
): Promise<{ policy: PolicyResult }> {
  return transact(ctx, async (tx) => {
    const before = await requireAppointment(tx, input);
    const refusal = checkTransition(before.status, "cancelled");
    if (refusal) throw new AppError(refusal);
    const policy = await requireCancellationAllowed(tx, { ...input, before });
    const reason = input.reason || null;
    const depositGoesBack = await findGoesBack(tx, { before, happenedAt: input.happenedAt });
    // The row and its history tell when it was off here; when they did it elsewhere decides on the rules alone.
    const cancelled = { status: "cancelled", cancelledAt: tx.now, cancellationReason: reason } as const;
    await changeAppointment(tx, before, { ...cancelled, depositGoesBack });
    await openFee(tx, { before, kind: "cancellation", policy });
    await tellOfCancellation(tx, { before, policy, reason, input });
    return { policy };
  });
}

interface CancellationFacts {
  before: AppointmentRow;
  policy: PolicyResult;
  reason: string | null;
  input: Pick<CancelAppointmentInput, "notifyCustomer" | "notifyChannels" | "overrideReason">;
}

async function tellOfCancellation(tx: TransactionContext, facts: CancellationFacts): Promise<void> {
  const { before, policy, reason, input } = facts;
  const against = overrideOf(input, { overriddenRule: overriddenBy(policy) });
  const entry = {
    appointmentId: before.id,
    customerId: before.customer.id,
    oldValues: { status: before.status },
    newValues: { status: "cancelled", ...against },
    reason,
    policyResult: policy,
  };
  await recordModification(tx, { ...entry, type: "cancelled", feeCents: policy.feeCents });
  if (policy.isViolation) await recordModification(tx, { ...entry, type: "violation" });
  recordAudit(tx, {
    action: "cancel_appointments",
    subjectType: "appointment",
    subjectId: before.id,
    before: { status: before.status },
    after: { status: "cancelled", reason, feeCents: policy.feeCents, ...against },
  });
  const { id: appointmentId, customer, startsAt } = before;
  await publish(tx, appointmentCancelled, { appointmentId, customerId: customer.id, startsAt, ...noticeOf(input) });
}
