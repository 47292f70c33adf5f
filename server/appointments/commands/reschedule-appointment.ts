import { moveOccupiedTime } from "@/server/availability/commands/occupy-time";
import { releaseHold } from "@/server/availability/commands/release-hold";
import {
  type FreeSlotFound,
  requireFreeSlot,
  type WantedSlot,
  withAlternatives,
} from "@/server/availability/queries/require-free-slot";
import type { Slot } from "@/server/availability/rules/slot";
import { wishOfParts } from "@/server/availability/rules/wished-parts";
import { recordAudit } from "@/server/core/activity";
import { type CompanyContext, isOfBusiness, requireOwnStaff, type TransactionContext } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { FINE } from "@/server/policies/rules/verdict";
import { appointmentRescheduled } from "../events";
import { openFee } from "../fees/commands/open-fee";
import { type AppointmentRow, findAppointmentRow } from "../repository/read";
import { findWish } from "../repository/wish";
import { changeAppointment, deleteSegments, insertSegments, recordModification } from "../repository/write";
import { segmentRows, slotColumns } from "../rules/booking-rows";
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
 * Moves an appointment to a free slot, within the reschedule policy that applies to it: all that was booked together, or
 * nothing. To the same time it gives it to somebody else, which no policy is about and the customer is told only on request;
 * with the same person it changes nothing. Throws POLICY_BLOCKED (`details.policy` says whether a yes would do) or APPOINTMENT_CONFLICT.
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
    const isReassigned = input.newStartsAt.getTime() === before.startsAt.getTime();
    const policy = isReassigned ? FINE : await requireRescheduleAllowed(tx, { ...input, before });
    const wanted = await wantedSlot(tx, { before, input });
    // What the call was offered is let go, so that it can be taken; nobody else can before this transaction ends.
    if (input.callId) await releaseHold(tx, { callId: input.callId });
    const found = await requireFreeSlot(tx, wanted);
    const { slot } = found;
    if (isSamePlace(before, slot))
      return { appointment: toAppointmentView(before), policy, previousStartsAt: before.startsAt };
    await move(tx, { before, found, wanted });
    await openFee(tx, { before, kind: "reschedule", policy });
    await tellOfMove(tx, { before, slot, policy, input });
    const after = await findAppointmentRow(tx, before.id);
    if (!after) throw notFound("appointment");
    return { appointment: toAppointmentView(after), policy, previousStartsAt: before.startsAt };
  });
}

/**
 * The whole of what was booked, with the same person unless another is named; a chain may also find others for its parts, and
 * a class has its own teacher.
 */
async function wantedSlot(
  tx: TransactionContext,
  { before, input }: { before: AppointmentRow; input: RescheduleAppointmentInput },
): Promise<WantedSlot> {
  const { parts, partySize, isComposite } = await findWish(tx, before.id);
  const wish = wishOfParts(parts);
  const isFree = isComposite || partySize !== null;
  const named = requireOwnStaff(tx, input.staffId);
  return {
    ...wish,
    branchId: before.branch.id,
    staffId: named ?? (isFree ? wish.staffId : before.staff.id),
    preferredStaffId: before.staff.id,
    partySize,
    classSessionId: input.classSessionId ?? null,
    startsAt: input.newStartsAt,
    callId: input.callId ?? null,
    movingAppointmentId: before.id,
    isFreeChoice: isOfBusiness(tx),
  };
}

function isSamePlace(before: AppointmentRow, slot: Slot): boolean {
  return before.startsAt.getTime() === slot.startsAt && before.staff.id === slot.staffId;
}

interface Move {
  before: AppointmentRow;
  found: FreeSlotFound;
  wanted: WantedSlot;
}

async function move(tx: TransactionContext, { before, found, wanted }: Move): Promise<void> {
  const { slot } = found;
  const isMoved = before.startsAt.getTime() !== slot.startsAt;
  await changeAppointment(tx, before, { ...slotColumns(slot), moveCount: before.moveCount + (isMoved ? 1 : 0) });
  const { partySize } = wanted;
  await withAlternatives(tx, {
    wanted,
    take: () => moveOccupiedTime(tx, { appointmentId: before.id, slot, partySize }),
  });
  await deleteSegments(tx, before.id);
  await insertSegments(tx, segmentRows(before.id, found));
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
  const isReassigned = before.startsAt.getTime() === slot.startsAt;
  if (isReassigned) await recordModification(tx, { ...entry, type: "reassigned" });
  else await recordModification(tx, { ...entry, type: "rescheduled", policyResult: policy });
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
    ...noticeOf(isReassigned ? { ...input, notifyCustomer: input.notifyCustomer ?? false } : input),
  });
}
