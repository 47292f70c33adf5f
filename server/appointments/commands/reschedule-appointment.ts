import { moveOccupiedTime } from "@/server/availability/commands/occupy-time";
import { releaseHold } from "@/server/availability/commands/release-hold";
import { conflictDetails, requireFreeSlot } from "@/server/availability/queries/require-free-slot";
import { toParts } from "@/server/availability/rules/parts";
import type { Slot } from "@/server/availability/rules/slot";
import { recordAudit } from "@/server/core/activity";
import { type CompanyContext, isOfBusiness, requireOwnStaff, type TransactionContext } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { appointmentRescheduled } from "../events";
import { type AppointmentRow, findAppointmentRow } from "../repository/read";
import { changeAppointment, deleteSegments, insertSegments, recordModification } from "../repository/write";
import { noticeOf } from "../rules/notice-choice";
import { isMovable } from "../rules/status";
import type { AppointmentView, PolicyResult, RescheduleAppointmentInput } from "../schema";
import { toAppointmentView } from "../views";
import { requireAppointment } from "./load-appointment";
import { requireRescheduleAllowed } from "./require-reschedule-allowed";

export interface RescheduledAppointment {
  appointment: AppointmentView;
  policy: PolicyResult;
  previousStartsAt: Date;
}

/**
 * Moves an appointment to a free slot, within the reschedule policy that applies to it. Moving it to where it is, with the
 * same person, changes nothing. Throws POLICY_BLOCKED (`details.policy` says whether a yes would do) or APPOINTMENT_CONFLICT.
 */
export async function rescheduleAppointment(
  ctx: CompanyContext,
  input: RescheduleAppointmentInput,
): Promise<RescheduledAppointment> {
  return transact(ctx, async (tx) => {
    const before = await requireAppointment(tx, input);
    if (!isMovable(before.status)) {
      throw new AppError({
        code: "INVALID_TRANSITION",
        reason: `is_${before.status}`,
        details: { from: before.status },
      });
    }
    const policy = await requireRescheduleAllowed(tx, { ...input, before });
    const wanted = wantedSlot(tx, { before, input });
    if (input.callId) await releaseHold(tx, { callId: input.callId });
    const { slot, serviceName } = await requireFreeSlot(tx, wanted);
    if (isSamePlace(before, slot))
      return { appointment: toAppointmentView(before), policy, previousStartsAt: before.startsAt };
    await move(tx, { before, slot, serviceName, wanted });
    await tellOfMove(tx, { before, slot, policy, input });
    const after = await findAppointmentRow(tx, before.id);
    if (!after) throw notFound("appointment");
    return { appointment: toAppointmentView(after), policy, previousStartsAt: before.startsAt };
  });
}

/** The same person unless another is named; a caller's offer names the person that goes with it. */
function wantedSlot(
  tx: TransactionContext,
  { before, input }: { before: AppointmentRow; input: RescheduleAppointmentInput },
) {
  return {
    branchId: before.branch.id,
    serviceId: before.service.id,
    staffId: requireOwnStaff(tx, input.staffId) ?? before.staff.id,
    startsAt: input.newStartsAt,
    callId: input.callId,
    movingAppointmentId: before.id,
    isFreeChoice: isOfBusiness(tx),
  };
}

function isSamePlace(before: AppointmentRow, slot: Slot): boolean {
  return before.startsAt.getTime() === slot.startsAt && before.staff.id === slot.staffId;
}

interface Move {
  before: AppointmentRow;
  slot: Slot;
  serviceName: string;
  wanted: Parameters<typeof conflictDetails>[1];
}

async function move(tx: TransactionContext, { before, slot, serviceName, wanted }: Move): Promise<void> {
  await changeAppointment(tx, before, {
    staffId: slot.staffId,
    startsAt: new Date(slot.startsAt),
    endsAt: new Date(slot.endsAt),
    blockedFrom: new Date(slot.blockedFrom),
    blockedUntil: new Date(slot.blockedUntil),
    moveCount: before.moveCount + 1,
  });
  try {
    await moveOccupiedTime(tx, { appointmentId: before.id, parts: toParts(slot) });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "APPOINTMENT_CONFLICT") throw error;
    throw new AppError({ code: error.code, reason: error.reason, details: await conflictDetails(tx, wanted) });
  }
  await deleteSegments(tx, before.id);
  await insertSegments(
    tx,
    slot.segments.map(({ position, serviceId, staffId, startsAt, endsAt, occupiesStaff }) => ({
      appointmentId: before.id,
      position,
      serviceId,
      name: serviceName,
      staffId,
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
      occupiesStaff,
    })),
  );
}

interface MoveFacts {
  before: AppointmentRow;
  slot: Slot;
  policy: PolicyResult;
  input: Pick<RescheduleAppointmentInput, "reason" | "notifyCustomer" | "notifyChannels">;
}

async function tellOfMove(tx: TransactionContext, { before, slot, policy, input }: MoveFacts): Promise<void> {
  const { reason } = input;
  const oldValues = { startsAt: before.startsAt.toISOString(), staffId: before.staff.id };
  const newValues = { startsAt: new Date(slot.startsAt).toISOString(), staffId: slot.staffId };
  const entry = { appointmentId: before.id, customerId: before.customer.id, oldValues, newValues, reason };
  await recordModification(tx, { ...entry, type: "rescheduled", policyResult: policy });
  if (policy.isViolation) await recordModification(tx, { ...entry, type: "violation", policyResult: policy });
  recordAudit(tx, {
    action: "reschedule_appointments",
    subjectType: "appointment",
    subjectId: before.id,
    before: oldValues,
    after: { ...newValues, reason: reason ?? null },
  });
  const { id: appointmentId, customer } = before;
  await publish(tx, appointmentRescheduled, {
    appointmentId,
    customerId: customer.id,
    from: before.startsAt,
    to: new Date(slot.startsAt),
    ...noticeOf(input),
  });
}
