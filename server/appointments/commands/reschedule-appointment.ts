import { moveOccupiedTime } from "@/server/availability/commands/occupy-time";
import { releaseHold } from "@/server/availability/commands/release-hold";
import {
  type FreeSlotFound,
  requireFreeSlot,
  type WantedSlot,
  withAlternatives,
} from "@/server/availability/queries/require-free-slot";
import type { Slot } from "@/server/availability/rules/slot";
import { recordAudit } from "@/server/core/activity";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { type EpochMs, MINUTE } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import { FINE } from "@/server/policies/rules/verdict";
import { appointmentRescheduled } from "../events";
import { openFee } from "../fees/commands/open-fee";
import { wishToMove } from "../queries/wish-to-move";
import { type AppointmentRow, findAppointmentRow } from "../repository/read";
import { changeAppointment, deleteSegments, insertSegments, recordModification } from "../repository/write";
import { partsToKeep, segmentRows, slotColumns } from "../rules/booking-rows";
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
 * nothing. To the same time it gives it to somebody else or makes it longer or shorter, which no policy is about and the
 * customer is told only on request; with none of that it changes nothing. Throws POLICY_BLOCKED (`details.policy` says whether a yes would do) or APPOINTMENT_CONFLICT.
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
    const wanted = await wishToMove(tx, { before, input });
    // What the call was offered is let go, so that it can be taken; nobody else can before this transaction ends.
    if (input.callId) await releaseHold(tx, { callId: input.callId });
    const found = await requireFreeSlot(tx, wanted);
    const { slot } = found;
    const isResized = Boolean(input.durationMinutes) && before.endsAt.getTime() !== slot.endsAt;
    if (isSamePlace(before, slot) && !isResized)
      return { appointment: toAppointmentView(before), policy, previousStartsAt: before.startsAt };
    await move(tx, { before, found, wanted, isResized });
    await openFee(tx, { before, kind: "reschedule", policy });
    await tellOfMove(tx, { before, slot, policy, input, isResized });
    const after = await findAppointmentRow(tx, before.id);
    if (!after) throw notFound("appointment");
    return { appointment: toAppointmentView(after), policy, previousStartsAt: before.startsAt };
  });
}

function isSamePlace(before: AppointmentRow, slot: Slot): boolean {
  return before.startsAt.getTime() === slot.startsAt && before.staff.id === slot.staffId;
}

interface Move {
  before: AppointmentRow;
  found: FreeSlotFound;
  wanted: WantedSlot;
  isResized: boolean;
}

async function move(tx: TransactionContext, { before, found, wanted, isResized }: Move): Promise<void> {
  const { slot } = found;
  const isMoved = before.startsAt.getTime() !== slot.startsAt;
  const moveCount = before.moveCount + (isMoved ? 1 : 0);
  await changeAppointment(tx, before, { ...slotColumns(slot), ...(isResized ? partsToKeep(wanted) : {}), moveCount });
  const { partySize } = wanted;
  await withAlternatives(tx, {
    wanted,
    take: () => moveOccupiedTime(tx, { appointmentId: before.id, slot, partySize, limits: found.limits }),
  });
  await deleteSegments(tx, before.id);
  await insertSegments(tx, segmentRows(before.id, found));
}

interface MoveFacts {
  before: AppointmentRow;
  slot: Slot;
  policy: PolicyResult;
  input: Pick<RescheduleAppointmentInput, "reason" | "notifyCustomer" | "notifyChannels">;
  isResized: boolean;
}

async function tellOfMove(
  tx: TransactionContext,
  { before, slot, policy, input, isResized }: MoveFacts,
): Promise<void> {
  const { reason } = input;
  const length = ([from, until]: [EpochMs, EpochMs]) =>
    isResized ? { durationMinutes: Math.round((until - from) / MINUTE) } : {};
  const old = length([before.startsAt.getTime(), before.endsAt.getTime()]);
  const oldValues = { startsAt: before.startsAt.toISOString(), staffId: before.staff.id, ...old };
  const next = length([slot.startsAt, slot.endsAt]);
  const newValues = { startsAt: new Date(slot.startsAt).toISOString(), staffId: slot.staffId, ...next };
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
