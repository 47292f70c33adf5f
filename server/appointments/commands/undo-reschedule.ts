import { restorePlace } from "@/server/availability/commands/restore-time";
import { recordAudit } from "@/server/core/activity";
import { type CompanyContext, type TransactionContext, userIdOf } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { appointmentRescheduled } from "../events";
import { dropMoveFees } from "../fees/commands/decide-fee";
import type { AppointmentRow } from "../repository/read";
import { findLastStep } from "../repository/steps";
import { changeAppointment, recordModification } from "../repository/write";
import { priceColumns } from "../rules/discount";
import { noticeOf } from "../rules/notice-choice";
import { checkMoveUndo, pricesBefore } from "../rules/undo";
import type { AppointmentView, UndoRescheduleInput } from "../schema";
import { toAppointmentView } from "../views";
import { requireAppointment } from "./load-appointment";

/**
 * Takes a move back, within a quarter of an hour and by the person who made it: the time, the people and the rooms are what
 * they were, or APPOINTMENT_CONFLICT says that somebody else has them now. The move counts no longer, nor does what it cost.
 */
export async function undoReschedule(ctx: CompanyContext, input: UndoRescheduleInput): Promise<AppointmentView> {
  return transact(ctx, async (tx) => {
    const userId = userIdOf(tx);
    if (userId === null) throw new AppError({ code: "FORBIDDEN", reason: "people_only" });
    const before = await requireAppointment(tx, input);
    const last = await findLastStep(tx, before.id);
    const refusal = checkMoveUndo({ status: before.status, last, now: tx.now, userId });
    if (refusal) throw new AppError(refusal);
    const agreed = pricesBefore(last);
    await changeAppointment(tx, before, agreed ? priceColumns(before, { ...agreed, now: tx.now }) : {});
    await restorePlace(tx, { appointmentId: before.id });
    if (last) await dropMoveFees(tx, { appointmentId: before.id, movedAt: last.occurredAt });
    const after = await requireAppointment(tx, { appointmentId: before.id });
    await tell(tx, { before, after, input });
    return toAppointmentView(after);
  });
}

interface Undone {
  before: AppointmentRow;
  after: AppointmentRow;
  input: UndoRescheduleInput;
}

async function tell(tx: TransactionContext, { before, after, input }: Undone): Promise<void> {
  const isRepriced = before.priceCents !== after.priceCents;
  const placeOf = ({ startsAt, staff, priceCents, discountCents }: AppointmentRow) => ({
    ...{ startsAt: startsAt.toISOString(), staffId: staff.id },
    ...(isRepriced && { priceCents, discountCents }),
  });
  const [oldValues, newValues] = [placeOf(before), placeOf(after)];
  const subject = { appointmentId: before.id, customerId: before.customer.id };
  await recordModification(tx, { ...subject, oldValues, newValues, type: "restored" });
  recordAudit(tx, {
    action: "restore_appointments",
    subjectType: "appointment",
    subjectId: before.id,
    before: oldValues,
    after: newValues,
  });
  const told = noticeOf({ notifyCustomer: false, ...input });
  await publish(tx, appointmentRescheduled, { ...subject, from: before.startsAt, to: after.startsAt, ...told });
}
