import type { WantedSlot } from "@/server/availability/queries/require-free-slot";
import { wishOfParts } from "@/server/availability/rules/wished-parts";
import { choosesFreely, requireOwnStaff, type TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import type { AppointmentRow } from "../repository/read";
import { findWish } from "../repository/wish";
import type { RescheduleAppointmentInput } from "../schema";

export type WantedMove = Pick<RescheduleAppointmentInput, "newStartsAt" | "staffId" | "durationMinutes"> &
  Partial<Pick<RescheduleAppointmentInput, "classSessionId" | "callId">>;

/**
 * The whole of what was booked, with the same person unless another is named; a chain may also find others for its parts, and
 * a class has its own teacher. Only what has a single part of its own can last longer or shorter than it was booked.
 */
export async function wishToMove(
  tx: TransactionContext,
  { before, input }: { before: AppointmentRow; input: WantedMove },
): Promise<WantedSlot> {
  const { parts, partySize, isComposite } = await findWish(tx, before.id);
  const wish = wishOfParts(parts);
  const isFree = isComposite || partySize !== null;
  if (isFree && input.durationMinutes) throw new AppError({ code: "VALIDATION_ERROR", reason: "duration_is_fixed" });
  const named = requireOwnStaff(tx, input.staffId);
  return {
    ...wish,
    ...(input.durationMinutes ? { durationMinutes: input.durationMinutes } : {}),
    branchId: before.branch.id,
    staffId: named ?? (isFree ? wish.staffId : before.staff.id),
    preferredStaffId: before.staff.id,
    partySize,
    classSessionId: input.classSessionId ?? null,
    startsAt: input.newStartsAt,
    callId: input.callId ?? null,
    movingAppointmentId: before.id,
    isFreeChoice: choosesFreely(tx),
  };
}
