import type { TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { countBooked, lockLimits } from "../repository/limits";
import { type CountedSlot, type Limits, limitKeys, limitPassed, limitsTouched } from "../rules/slot-limits";

/**
 * Counts again what a slot counts towards, after it has been taken and with nobody else at it: of two that were found free
 * beside each other only one may stand where both together are too much. Where nothing is limited, nothing is asked.
 */
export async function requireWithinLimits(
  tx: TransactionContext,
  { slot, limits }: { slot: CountedSlot; limits: Limits },
): Promise<void> {
  const touched = limitsTouched(limits, slot);
  if (!touched) return;
  await lockLimits(tx, limitKeys(touched, slot));
  const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
  const booked = await countBooked(tx, {
    branchId: touched.branchId,
    from: new Date(slot.startsAt),
    until: new Date(slot.endsAt),
    staffIds: idsOf(touched.staff),
    serviceIds: idsOf(touched.services),
  });
  const reason = limitPassed(touched, { slot, booked });
  if (reason) throw new AppError({ code: "APPOINTMENT_CONFLICT", reason });
}
