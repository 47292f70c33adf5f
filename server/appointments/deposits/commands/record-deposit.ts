import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { requireAppointment } from "../../commands/load-appointment";
import { requireRight } from "../../commands/require-right";
import { appointmentEdited } from "../../events";
import { type AppointmentDetailRow, findAppointmentDetail } from "../../repository/read";
import { changeAppointment } from "../../repository/write";
import { isRefused } from "../../rules/undo";
import { findDeposit } from "../queries/find-deposit";
import { settleDeposit } from "../rules";
import type { DepositAction, DepositView, RecordDepositInput } from "../schema";

/**
 * Writes down what of the deposit was received, or went back: as far as the rule and the fees let it go, more only by who may
 * decide against the rule, and with a reason. The money moves elsewhere.
 */
export async function recordDeposit(ctx: CompanyContext, input: RecordDepositInput): Promise<DepositView> {
  return transact(ctx, async (tx) => {
    const { action, reason } = input;
    if (action === "returned") requireRight(tx, "refund_payments");
    if (input.overridesPolicy) requireRight(tx, "override_appointments");
    const { id: appointmentId, customer } = await requireAppointment(tx, input);
    const before = await findAppointmentDetail(tx, appointmentId);
    if (!before) throw notFound("appointment");
    const deposit = await findDeposit(tx, before);
    const settled = settleDeposit(deposit, { ...input, status: before.status });
    if (isRefused(settled)) throw new AppError(settled);
    const change = changeOf(before, { action, cents: settled.cents, now: tx.now });
    await changeAppointment(tx, before, change);
    const amounts = { amountCents: settled.cents, keptCents: deposit?.keptCents ?? 0 };
    recordAudit(tx, {
      action: action === "received" ? "take_payments" : "refund_payments",
      subjectType: "appointment",
      subjectId: appointmentId,
      after: { deposit: action, ...amounts, ...(reason && { reason }) },
    });
    await publish(tx, appointmentEdited, { appointmentId, customerId: customer.id });
    const after = await findDeposit(tx, { ...before, ...change });
    if (!after) throw notFound("appointment");
    return after;
  });
}

interface Settled {
  action: DepositAction;
  cents: number;
  now: Date;
}

function changeOf(row: AppointmentDetailRow, { action, cents, now }: Settled) {
  if (action === "returned")
    return { depositReturnedAt: now, depositReturnedCents: (row.depositReturnedCents ?? 0) + cents };
  const depositPaidCents = (row.depositPaidCents ?? 0) + cents;
  const isComplete = depositPaidCents - (row.depositReturnedCents ?? 0) >= (row.depositCents ?? 0);
  return { depositPaidCents, depositPaidAt: isComplete ? now : null };
}
