import { restoreTime } from "@/server/availability/commands/restore-time";
import { recordAudit } from "@/server/core/activity";
import { type CompanyContext, type TransactionContext, userIdOf } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { appointmentRestored } from "../events";
import { dropFees } from "../fees/commands/decide-fee";
import { findLastStep } from "../repository/steps";
import { changeAppointment, recordModification } from "../repository/write";
import { noticeOf } from "../rules/notice-choice";
import { STEP_PERMISSION } from "../rules/status";
import { isRefused, readUndo } from "../rules/undo";
import type { AppointmentStatus, AppointmentView, RestoreAppointmentInput } from "../schema";
import { toAppointmentView } from "../views";
import { requireAppointment } from "./load-appointment";
import { requireRight } from "./require-right";

const FREED: readonly AppointmentStatus[] = ["cancelled", "no_show"];
/** What stands only as long as the step does. */
const UNSET = {
  pending: {},
  confirmed: { confirmedAt: null },
  in_progress: { startedAt: null },
  completed: { completedAt: null },
  cancelled: { cancelledAt: null, cancellationReason: null, depositGoesBack: null },
  no_show: {},
} as const;

/**
 * Takes the last step back, within a quarter of an hour and by a person: the appointment occupies again exactly what it had,
 * or APPOINTMENT_CONFLICT says that somebody else has it now. What was sent is not unsent.
 */
export async function restoreAppointment(
  ctx: CompanyContext,
  input: RestoreAppointmentInput,
): Promise<AppointmentView> {
  return transact(ctx, async (tx) => {
    if (userIdOf(tx) === null) throw new AppError({ code: "FORBIDDEN", reason: "people_only" });
    const before = await requireAppointment(tx, input);
    const undo = readUndo({ status: before.status, last: await findLastStep(tx, before.id), now: tx.now });
    if (isRefused(undo)) throw new AppError(undo);
    requireRightTo(tx, before.status);
    await changeAppointment(tx, before, { status: undo.to, ...UNSET[before.status] });
    if (FREED.includes(before.status)) await restoreTime(tx, { appointmentId: before.id });
    await dropFees(tx, { appointmentId: before.id });
    const subject = { appointmentId: before.id, customerId: before.customer.id };
    const change = { oldValues: { status: before.status }, newValues: { status: undo.to } };
    await recordModification(tx, { ...subject, ...change, type: "restored" });
    recordAudit(tx, {
      action: "restore_appointments",
      subjectType: "appointment",
      subjectId: before.id,
      before: change.oldValues,
      after: change.newValues,
    });
    const told = noticeOf({ notifyCustomer: false, ...input });
    const moved = { from: before.status, to: undo.to, startsAt: before.startsAt };
    await publish(tx, appointmentRestored, { ...subject, ...moved, ...told });
    return toAppointmentView(await requireAppointment(tx, { appointmentId: before.id }));
  });
}

/** Only who may take the step may take it back. */
function requireRightTo(tx: TransactionContext, status: AppointmentStatus): void {
  requireRight(tx, status === "pending" ? "edit_appointments" : STEP_PERMISSION[status]);
}
