import { moveOccupiedTime } from "@/server/availability/commands/occupy-time";
import { releaseHold } from "@/server/availability/commands/release-hold";
import {
  type FreeSlotFound,
  requireFreeSlot,
  type WantedSlot,
  withAlternatives,
} from "@/server/availability/queries/require-free-slot";
import type { Slot } from "@/server/availability/rules/slot";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { FINE } from "@/server/policies/rules/verdict";
import { openFee } from "../fees/commands/open-fee";
import { wishToMove } from "../queries/wish-to-move";
import { type AppointmentRow, findAppointmentRow } from "../repository/read";
import { changeAppointment, deleteSegments, insertSegments } from "../repository/write";
import { partsToKeep, segmentRows, slotColumns } from "../rules/booking-rows";
import { type Amounts, priceColumns } from "../rules/discount";
import { isMovable } from "../rules/status";
import type { AppointmentView, PolicyResult, RescheduleAppointmentInput } from "../schema";
import { toAppointmentView } from "../views";
import type { Decision } from "./decision";
import { requireAppointment } from "./load-appointment";
import { repriceMove } from "./reprice-move";
import { requireRescheduleAllowed } from "./require-reschedule-allowed";
import { requireRight } from "./require-right";
import { tellOfMove } from "./tell-of-move";

export interface RescheduledAppointment {
  appointment: AppointmentView;
  policy: PolicyResult;
  previousStartsAt: Date;
}

/**
 * Moves an appointment to a free slot, within the reschedule policy that applies to it: all that was booked together, or
 * nothing, at the price of whoever does it then. To the same time it gives it to somebody else or makes it longer or shorter, which no policy is about and the
 * customer is told only on request; with none of that it changes nothing. Throws POLICY_BLOCKED (`details.policy` says whether a yes would do) or APPOINTMENT_CONFLICT.
 */
export async function rescheduleAppointment(
  ctx: CompanyContext,
  input: RescheduleAppointmentInput & Pick<Decision, "happenedAt">,
): Promise<RescheduledAppointment> {
  return transact(ctx, async (tx) => {
    // Not audited: what tells of it does that.
    if (input.ignoresWorkingHours) requireRight(tx, "override_appointments");
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
    const amounts = await repriceMove(tx, { before, slot, wanted });
    await move(tx, { before, found, wanted, isResized, amounts });
    await openFee(tx, { before, kind: "reschedule", policy });
    await tellOfMove(tx, { before, slot, policy, input, isResized, amounts });
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
  amounts: Amounts | null;
}

async function move(tx: TransactionContext, { before, found, wanted, isResized, amounts }: Move): Promise<void> {
  const { slot } = found;
  const isMoved = before.startsAt.getTime() !== slot.startsAt;
  const moveCount = before.moveCount + (isMoved ? 1 : 0);
  const prices = amounts && priceColumns(before, { ...amounts, now: tx.now });
  const place = { ...slotColumns(slot), ...(isResized ? partsToKeep(wanted) : {}) };
  await changeAppointment(tx, before, { ...place, ...prices, moveCount });
  const { partySize } = wanted;
  await withAlternatives(tx, {
    wanted,
    take: () => moveOccupiedTime(tx, { appointmentId: before.id, slot, partySize, limits: found.limits }),
  });
  await deleteSegments(tx, before.id);
  await insertSegments(tx, segmentRows(before.id, found));
}
