import type { WantedSlot } from "@/server/availability/queries/require-free-slot";
import { wishOfParts } from "@/server/availability/rules/wished-parts";
import { choosesFreely, requireOwnStaff, type TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import type { AppointmentRow } from "../repository/read";
import { findWish, type KeptWish } from "../repository/wish";
import type { RescheduleAppointmentInput } from "../schema";

export type WantedMove = Pick<RescheduleAppointmentInput, "newStartsAt" | "staffId" | "durationMinutes"> &
  Partial<Pick<RescheduleAppointmentInput, "classSessionId" | "callId" | "ignoresWorkingHours">>;

/**
 * The whole of what was booked, with the same person unless another is named; a chain may also find others for its parts, and
 * a class has its own teacher. Only what has a single part of its own can last longer or shorter than it was booked.
 */
export async function wishToMove(
  tx: TransactionContext,
  { before, input }: { before: AppointmentRow; input: WantedMove },
): Promise<WantedSlot> {
  const { parts, partySize, isComposite, sameStaff, maxWaitMinutes } = await findWish(tx, before.id);
  const wish = wishOfParts(sameStaff && input.staffId ? withoutOthers(parts) : parts);
  const isFree = isComposite || partySize !== null;
  if (isFree && input.durationMinutes) throw new AppError({ code: "VALIDATION_ERROR", reason: "duration_is_fixed" });
  const named = requireOwnStaff(tx, input.staffId);
  return {
    ...wish,
    ...{ sameStaff, maxWaitMinutes },
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
    ignoresWorkingHours: input.ignoresWorkingHours,
  };
}

/** Whoever takes over what one person does takes over all of it. */
const withoutOthers = ([first, ...others]: KeptWish["parts"]): KeptWish["parts"] => [
  first,
  ...others.map((part) => ({ ...part, staffId: null })),
];
